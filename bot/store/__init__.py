"""What must outlive the process: subscriptions, the ledger of their deliveries, channels without mention replies."""
