"""Office files against the schemas of their standards (ECMA-376 transitional with Microsoft's additions, ODF 1.3)."""

from pathlib import Path

from cite.model.inputs import Input


def faults(given: Input, folder: Path) -> set[str]:
    """What a validator has to say of a file."""
    from openxml_audit import OdfValidator, OpenXmlValidator
    from openxml_audit.errors import FileFormat

    path = folder / Path(given.name).name
    path.write_bytes(given.content)
    if path.suffix == ".docx":
        validator = OpenXmlValidator(FileFormat.MICROSOFT_365, max_errors=0)
    else:
        validator = OdfValidator()
    return {f"{one.part_uri}: {one.description}" for one in validator.validate(path).errors}
