"""`make demo`: the sample article checked against a small web and a real Wayback server, both on loopback."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from examples.demo.stage import staged  # noqa: E402


def run(report: str) -> int:
    """The exit code of `cite check` over the demonstration."""
    with staged() as (folder, settings):
        connect_to = [part for one in settings["connect_to"] for part in ("--connect-to", one)]
        command = [
            sys.executable, "-m", "cite", "check", "article.md", "--report", report,
            "--cache", "cache", "--ca", "ca.pem", "--allow-net", "127.0.0.0/8", "--demonstration",
            "--timeout", "2", "--retries", "1", "--interval", "0.05", *connect_to,
        ]  # fmt: skip
        return subprocess.run(command, cwd=folder).returncode


def main() -> int:
    """Exit code 0 where the demonstration ran to its end, whatever it found."""
    report = Path(sys.argv[1] if len(sys.argv) > 1 else "demo-report.html").resolve()
    print("Starting a small web and a Wayback server on loopback …", file=sys.stderr)
    code = run(str(report))
    print(f"\nA demonstration: nothing here says anything about the real sites.\nReport: {report}")
    return 0 if code in (0, 1) else code


if __name__ == "__main__":
    sys.exit(main())
