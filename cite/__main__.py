"""`python -m cite`."""

from cite.cli.main import main

if __name__ == "__main__":
    main()
