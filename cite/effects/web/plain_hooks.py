"""tenacity's loop over attempts that are awaited, with hooks that are not.

`AsyncRetrying` finds out of every hook, at every attempt, whether it is a coroutine: more work than all else it
does. Ours are plain functions, and are called as `BaseRetrying` calls them; decision 0004 has the figures.
"""

from typing import Any

from tenacity import AsyncRetrying, BaseRetrying, RetryCallState


class PlainHooks(AsyncRetrying):
    """Attempts that are coroutines, between hooks that are plain functions."""

    _add_action_func = BaseRetrying._add_action_func
    _run_retry = BaseRetrying._run_retry  # type: ignore[assignment]
    _run_wait = BaseRetrying._run_wait  # type: ignore[assignment]
    _run_stop = BaseRetrying._run_stop  # type: ignore[assignment]

    async def iter(self, retry_state: RetryCallState) -> Any:
        """What to do next: an attempt, a pause, or the end with its outcome."""
        return BaseRetrying.iter(self, retry_state)
