"""Match announcements with alerts, and enqueue deliveries."""
