"""Answers as JSON: the same object for `ask --json` and for each line of `ask --jsonl`."""

import codecs
from collections.abc import Iterable, Iterator
from dataclasses import asdict
from time import perf_counter
from typing import Any, Final

import orjson

from bot.answering import Answer, Librarian

_EXAMPLE: Final = '{"id": "1", "question": "how long was Leonov outside?"}'


class BadLineError(ValueError):
    """A line of input that is no question. The message names the line and shows one that works."""

    def __init__(self, line: int, what: str) -> None:
        """Say what is wrong with which line (counted from 1)."""
        super().__init__(f"line {line}: {what}; write it like {_EXAMPLE}")


def answered(librarian: Librarian, question: str) -> dict[str, Any]:
    """Answer one question as a JSON object. `elapsed_ms` is what reading and answering took, without loading."""
    start = perf_counter()
    answer = librarian.ask(question)
    return _as_json(question, answer, elapsed_ms=round((perf_counter() - start) * 1000, 3))


def answer_lines(librarian: Librarian, lines: Iterable[bytes]) -> Iterator[bytes | BadLineError]:
    """Answer each line of JSON with one line of JSON, in order; a line that is no question yields the error instead."""
    for number, line in enumerate(_without_mark(lines), start=1):
        if not line.strip():
            continue
        try:
            given = _parsed(number, line)
        except BadLineError as error:
            yield error
        else:
            answer = {"id": given["id"]} if "id" in given else {}
            yield orjson.dumps(answer | answered(librarian, given["question"]))


def _without_mark(lines: Iterable[bytes]) -> Iterator[bytes]:
    """Yield lines without the mark that Windows puts before UTF-8."""
    for number, line in enumerate(lines):
        yield line.removeprefix(codecs.BOM_UTF8) if number == 0 else line


def _parsed(number: int, line: bytes) -> dict[str, Any]:
    try:
        given = orjson.loads(line.decode("utf-8"))
    except UnicodeDecodeError:
        raise BadLineError(number, "not UTF-8 text") from None
    except orjson.JSONDecodeError:  # whose message tells of single letters, not of what was meant
        raise BadLineError(number, "not JSON") from None
    if not isinstance(given, dict) or not isinstance(given.get("question"), str):
        raise BadLineError(number, 'not an object with a text "question"')
    return given


def _as_json(question: str, answer: Answer, elapsed_ms: float) -> dict[str, Any]:
    fields = asdict(answer)
    fields["facts"] = [{"name": fact.name, "value": fact.value} for fact in answer.facts]
    del fields["why"]
    confidence = fields.pop("confidence")
    return {"question": question, **fields, "confidence": round(confidence, 3), "elapsed_ms": elapsed_ms}
