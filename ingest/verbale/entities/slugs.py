"""Names as parts of IRIs."""

import re
import unicodedata

__all__ = ["slug"]


def slug(name: str) -> str:
    """Lower-case letters without accents, and digits, words parted by hyphens."""
    spelled = unicodedata.normalize("NFKD", name)
    spelled = "".join(letter for letter in spelled if not unicodedata.combining(letter))
    return re.sub(r"[\W_]+", "-", spelled.casefold()).strip("-")
