"""Names in a paragraph: the model's entities, corrected and completed by reference data."""

from dataclasses import dataclass, replace

from spacy.tokens import Doc, Token

from verbale.entities.reference import Known, Reference
from verbale.entities.sheets import sheet
from verbale.entities.syntax import is_place
from verbale.entities.words import classes, words

__all__ = ["Name", "head", "names", "plain"]

_PLAIN = str.maketrans("’‘–—", "''--")
_LAND = frozenset({"City", "Region", "Facility", "Place"})
_SIDES = frozenset(
    {
        *("northern", "southern", "eastern", "western", "central", "northeastern", "northwestern", "southeastern"),
        *("southwestern", "north-eastern", "north-western", "south-eastern", "south-western"),
    }
)
_APART = frozenset({"Region", "Water"})  # whose names also end compounds: "Indo-Pacific"
_OF_STATES = frozenset({"Government", "ArmedForce", "Media", "Party", "Organization"})
_BODIES = frozenset({"Government", "InternationalOrganization", "Media", "Party"})
_SPOTS = frozenset({"front", "gate", "gates", "steps", "side", "sides", "stretch", "grounds"})  # "the steps of"
_ITSELF = frozenset({"Government", "Governments", "government", "Authorities", "authorities", "Regime"})
_DASHED_SIDES = frozenset({"north", "south"})


@dataclass(frozen=True, slots=True)
class Name:
    """A name over the tokens ``start`` to ``end``, half open. Its type is a class, or "Group" for a people or creed."""

    start: int
    end: int
    type: str
    known: Known | None = None
    cut: int | None = None  # where in the paragraph it ends, if inside its last token: "U.S." in "U.S.-led"
    state: "Name | None" = None  # the state whose name a body's begins with: "Peruvian Navy"


def plain(text: str) -> str:
    """The text with typewriter apostrophes and dashes, of the same length."""
    return text.translate(_PLAIN)


def names(doc: Doc, reference: Reference, model: list[Name]) -> list[Name]:
    """The names of a paragraph in order, none overlapping another; ``model`` is what the model found.

    The longest wins; of two of one length, the one from reference data. A name of the
    tables inside a longer one that the model found is not a name of its own.
    """
    tables = _from_tables(doc, reference)
    first = {name.start: name for name in tables}
    found = [*tables, *(_behind(doc, name, first) for name in model if not _glued(doc, name, first))]
    found.sort(key=lambda name: (name.start - name.end, name.known is None, name.start))
    taken = [False] * len(doc)
    kept = []
    for name in found:
        if not any(taken[name.start : name.end]):
            taken[name.start : name.end] = [True] * (name.end - name.start)
            kept.append(name)
    kept.sort(key=lambda name: name.start)
    return _widened(doc, [_of_state(name, first) for name in _whole(doc, kept)])


def _behind(doc: Doc, name: Name, first: dict[int, Name]) -> Name:
    """A person's name without what the model put before it: "the president of Chad" "Idriss Deby"."""
    table = first.get(name.start)
    if name.type != "Person" or table is None or table.end >= name.end:
        return name
    of = name.start > 0 and doc[name.start - 1].lower_ == "of"
    apart = of or table.type in _BODIES or (table.known is not None and table.known.how == "demonym")
    return replace(name, start=table.end) if apart and name.end - table.end > 1 else name


def _whole(doc: Doc, found: list[Name]) -> list[Name]:
    """Names that stand together and are one: "Russia" "Ministry of Defence", a first name taken for a city."""
    result: list[Name] = []
    for name in found:
        before = result[-1] if result else None
        if before is None or before.end != name.start:
            result.append(name)
        elif (before.known and before.known.type == "State" and _is_of(name, before.known)) or (
            name.type == "Person"
            and before.known is None
            and before.type != "Person"
            and before.end - before.start == 1
        ):
            result[-1] = replace(name, start=before.start)
        else:
            result.append(name)
    return result


def _is_of(name: Name, state: Known) -> bool:
    """Whether a body's name goes on from its state's: "Russia" "Ministry of Defence", "British" "Royal Navy"."""
    if name.known is None:
        return name.type == "Government"
    return name.type in _OF_STATES and name.known.type != "State" and name.known.country == state.country


def _of_state(name: Name, first: dict[int, Name]) -> Name:
    state = first.get(name.start)
    inside = state is not None and state.end < name.end and state.type == "State" and name.type in _OF_STATES
    return replace(name, state=state) if inside else name


def _from_tables(doc: Doc, reference: Reference) -> list[Name]:
    read = sheet(doc)
    text, ends = plain(read.text), read.ends
    found: list[Name] = []
    past = 0
    for begin, i in read.starts.items():
        match = reference.at(text, begin) if begin >= past else None
        if match is None:
            continue
        end, known = match
        if known.type in _APART and text[begin - 1 : begin] == "-":
            continue
        if end in ends:
            past = end
            found.append(Name(i, ends[end], known.type, known))
        elif text[end : end + 1] == "-" and end < begin + len(read.tokens[i]):
            found.append(Name(i, i + 1, known.type, known, end))
    return found


def _glued(doc: Doc, name: Name, first: dict[int, Name]) -> bool:
    """Whether a name of the model is one of the tables with something loose behind it.

    "U.S.-led", "Syria-based"; "the Kenyan Government", which is Kenya.
    """
    if doc[name.start].text in _ITSELF:
        return True
    table = first.get(name.start)
    if table is None or table.end >= name.end:
        return False
    second = first.get(table.end)
    if second is not None and second.end >= name.end:  # "United States State Department"
        return True
    return doc[table.end].text in ("-", "–", "/") or (table.type == "State" and doc[name.end - 1].text in _ITSELF)


def _widened(doc: Doc, found: list[Name]) -> list[Name]:
    """Names of places with the common noun or the quarter that belongs to them.

    "Helmand province", "Kabul airport", "southern Somalia"; a state's name keeps its
    own meaning before a noun ("Kenya border").
    """
    result = []
    for i, name in enumerate(found):
        following = found[i + 1].start if i + 1 < len(found) else len(doc)
        wide = _with_noun(doc, _with_holding(doc, name, following), following)
        before = found[i - 1].end if i else 0
        result.append(_with_side(doc, wide, before))
    return result


def _with_holding(doc: Doc, name: Name, limit: int) -> Name:
    """A state's embassy or consulate where something is: "outside the Peruvian embassy"."""
    end = name.end
    if (
        name.known is None
        or name.known.type != "State"
        or end >= limit
        or doc[end].text not in words("holdings", "places")
    ):
        return name
    over = doc[end].head
    if not (is_place(doc[end]) or (doc[end].dep_ == "pobj" and (over.lower_ == "on" or over.head.lower_ in _SPOTS))):
        return name
    return Name(name.start, end + 1, "Facility", state=name)


def _with_noun(doc: Doc, name: Name, limit: int) -> Name:
    unsure = name.known is None and name.end - name.start == 1 and name.type in ("Organization", "Person")
    if name.type not in _LAND and not unsure and not (name.known and name.known.how == "capital"):
        return name
    table = classes("places")
    for length in (1, 2):
        last = name.end + length - 1
        if last >= limit or doc[last].pos_ not in ("NOUN", "PROPN"):
            return name
        kind = table.get(doc[last].text)
        if kind and all(token.dep_ in ("compound", "nmod", "amod") for token in doc[name.end : last]):
            return Name(name.start, last + 1, kind)
    return name


def _with_side(doc: Doc, name: Name, limit: int) -> Name:
    state = name.known and name.known.type == "State" and name.known.how == "name"
    if not state or name.start <= limit:
        return name
    if doc[name.start - 1].lower_ not in _SIDES:
        return name
    start = name.start - 1
    if start - 2 >= limit and doc[start - 1].text == "-" and doc[start - 2].lower_ in _DASHED_SIDES:
        start -= 2
    return replace(name, start=start, type="Region")


def head(doc: Doc, name: Name) -> Token:
    """The token of a name that the rest of the sentence hangs on."""
    tokens = sheet(doc).tokens
    for i in range(name.end - 1, name.start - 1, -1):
        parent = tokens[i].head.i
        if not name.start <= parent < name.end or parent == i:
            return tokens[i]
    return tokens[name.end - 1]


def is_nothing(doc: Doc, start: int, end: int) -> bool:
    """Whether a capitalised phrase names a text, a plan or a feast rather than an actor or a place."""
    body = any(doc[i].text in classes("named") and doc[i + 1].lower_ in ("of", "for") for i in range(start, end - 1))
    return (doc[end - 1].text in words("words", "nothing") and not body) or doc[start].text == "Operation"
