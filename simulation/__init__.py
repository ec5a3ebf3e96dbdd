"""A year of looking after a million addresses, in minutes: the schedule and the policy of cite on a time of their own."""
