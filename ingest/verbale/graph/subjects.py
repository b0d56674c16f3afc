"""Which entities of a reading its graph speaks of."""

from verbale.model import Reading

__all__ = ["subjects"]


def subjects(reading: Reading) -> set[str]:
    """The entities that the graph speaks of: all that are mentioned, have a part, or lead to another.

    People at large ("other countries", and "they" of them) need a part.
    """
    used = {
        entity.id
        for entity in reading.entities
        if any(mention.kind not in ("mass", "pronoun") for mention in entity.mentions)
    }
    for event in reading.events:
        used.update(*event.roles.values(), [event.place] if event.place else [])
        for delegation in event.delegations:
            used.update([delegation.head], delegation.members)
    for speech in reading.speech:
        used.update(speech.speakers, speech.addressees)
    for tenure in reading.tenures:
        used.update([tenure.holder], [tenure.body] if tenure.body else [])
    used.update(claim.claimant for claim in reading.claims if claim.claimant)
    parents = {entity.id: entity.parent for entity in reading.entities}
    for child in sorted(used):
        while (child := parents.get(child) or "") in parents and child not in used:
            used.add(child)
    return used & parents.keys()
