"""The learned reader: what it adds to the frames, and what it must bear."""

import subprocess
import sys
from datetime import date

import numpy as np
import pytest

from verbale import pipeline
from verbale.events.learned.labels import DEPENDENCIES, KINDS, MOODS, ROLES, TAGS, TOLD
from verbale.events.learned.network import WEIGHTS
from verbale.model import Document, Reader, Reading
from verbale.text.parsing import parser

READERS: tuple[Reader, ...] = ("fast", "full")


def reading(text: str, reader: Reader) -> Reading:
    return pipeline.read(Document("page", text, published=date(2020, 3, 4), publisher="Agency"), reader)


def test_an_attack_in_words_that_no_frame_knows_is_read_by_the_full_reader_alone() -> None:
    text = "The guns of the Sudanese army pounded villages near Kadugli, residents said."
    assert not reading(text, "fast").events
    found = reading(text, "full")
    (event,) = found.events
    names = {entity.id: entity.name for entity in found.entities}
    assert (event.type, [names[one] for one in event.roles["attacker"]]) == ("Attack", ["Sudanese army"])
    assert "pounded" in text[event.evidence[0].start : event.evidence[0].end]


def test_the_network_doubts_a_frame_that_is_taken_in() -> None:
    text = "Angry crowds took over the streets of Sofia against the government of Bulgaria."
    assert [event.type for event in reading(text, "fast").events] == ["LeadershipChange"]
    assert not reading(text, "full").events


def test_words_without_an_end_and_sentences_without_one_are_borne() -> None:
    reading("", "full")
    reading("http://example.org/" + "a1-" * 400, "full")
    long = "and the minister met " + " ".join(f"the envoy of Kenya number {n} and" for n in range(300))
    assert reading(long, "full") == reading(long, "full")


def test_the_weights_are_of_the_labels_that_the_package_knows() -> None:
    with np.load(WEIGHTS / "heads.npz") as heads:
        sizes = {name: heads[f"{name}.weight"].shape[0] for name in ("trigger.4", "part.4", "stance.4", "told")}
        tables = {name: heads[f"{name}.weight"].shape[0] for name in ("dependency", "tag", "mood", "kind")}
    assert sizes == {"trigger.4": len(TOLD), "part.4": len(ROLES), "stance.4": len(MOODS), "told": len(TOLD)}
    assert tables == {
        "dependency": len(DEPENDENCIES) + 1,
        "tag": len(TAGS) + 1,
        "mood": len(MOODS),
        "kind": len(KINDS) + 1,
    }


def test_every_label_of_the_pinned_parser_is_known() -> None:
    labels = parser().pipe_labels
    assert set(labels["parser"]) <= set(DEPENDENCIES)
    assert set(labels["tagger"]) - {"_SP"} <= set(TAGS)


def test_reading_needs_neither_torch_nor_a_hub() -> None:
    code = (
        "import sys; from verbale import pipeline; from verbale.model import Document;"
        "pipeline.read(Document('page', 'Kenya and Chad signed a treaty.'));"
        "sys.exit(any(name in sys.modules for name in ('torch', 'transformers', 'huggingface_hub')))"
    )
    assert subprocess.run([sys.executable, "-W", "ignore", "-c", code], check=False).returncode == 0


def test_who_backed_a_sanction_is_kept_though_backing_is_no_event_of_its_own() -> None:
    text = "Chile, which has supported United Nations sanctions against Iran, signed a treaty with Iran on Monday."
    found = reading(text, "full")
    backed = [event for event in found.events if event.type == "Sanction" and event.roles.get("backer")]
    names = {entity.id: entity.name for entity in found.entities}
    assert [[names[one] for one in event.roles["backer"]] for event in backed] == [["Chile"]]


def test_words_of_saying_are_heard_that_no_list_has_and_doubted_where_nothing_is_said() -> None:
    lashed, added = "Denmark savaged the plan of Hungary.", "Germany added 20 million euros to the fund."
    assert [[act.act for act in reading(lashed, reader).speech] for reader in READERS] == [[], ["criticise"]]
    assert [[act.act for act in reading(added, reader).speech] for reader in READERS] == [["say"], []]


def test_a_frame_leaves_the_place_and_the_day_to_the_network() -> None:
    events = reading("France pulled its last soldiers out of Mali in August.", "full").events
    assert {event.type: event.place for event in events}["Withdrawal"] == "place/country/ML"
    text = "The visit began on 3 May 2019. The king of Jordan met the president of Egypt in Cairo."
    (met,) = (event for event in reading(text, "full").events if event.type == "Meeting")
    assert met.starts is not None
    assert met.starts.iso == "2019-05-03"


def test_talks_whose_parties_are_told_in_the_next_sentence_have_one() -> None:
    text = "Two days of talks ended on Friday. Serbia and Kosovo put their names to an accord."
    (event,) = reading(text, "full").events
    assert (event.type, event.roles["participant"]) == ("Meeting", ("actor/state/RS",))


def test_what_a_verb_without_a_frame_is_done_with_is_told_in_words() -> None:
    events = reading("The navy of Italy fired torpedoes off Sicily.", "full").events
    assert [event.details.get("item") for event in events] == [("torpedoes",)]


def test_a_place_that_is_no_actor_has_no_part_in_an_event_but_as_its_place() -> None:
    text = "Grace Banda was swept to power in Malawi on Tuesday."
    (event,) = reading(text, "full").events
    assert (event.type, event.place) == ("LeadershipChange", "place/country/MW")
    assert "organization" not in event.roles


def test_what_is_told_as_fact_is_also_the_claim_of_whoever_tells_it() -> None:
    text = "Kenya has shipped two hundred rifles to the army of Uganda, a spokesman for Uganda said."
    found = reading(text, "full")
    (event,) = found.events
    names = {entity.id: entity.name for entity in found.entities}
    held = {(names.get(claim.claimant or ""), claim.stance) for claim in found.claims if claim.situation == event.id}
    assert held == {(None, "asserted"), ("spokesman for Uganda", "asserted")}


def test_who_denies_an_act_does_not_allege_it() -> None:
    found = reading("Iran denied that it had shipped missiles to Syria.", "full")
    (event,) = found.events
    held = {(claim.claimant, claim.stance) for claim in found.claims if claim.situation == event.id}
    assert ("actor/state/IR", "denied") in held
    assert ("actor/state/IR", "alleged") not in held


def held(text: str, publisher: str = "Agency") -> dict[str, set[tuple[str | None, str]]]:
    """Who holds each event how, by the event's type; None is the article itself."""
    found = pipeline.read(Document("page", text, published=date(2020, 3, 4), publisher=publisher), "full")
    names = {entity.id: entity.name for entity in found.entities}
    return {
        event.type: {
            (names.get(claim.claimant or ""), claim.stance) for claim in found.claims if claim.situation == event.id
        }
        for event in found.events
    }


RELEASE = "US Department of State press release"


@pytest.mark.parametrize(
    "text",
    [
        "No Kenyan has been arrested in Uganda.",
        "Norway would not let Kenya attack Somalia.",
        "The envoy of Norway regrets that Kenya continues to refuse to release the prisoners.",
    ],
)
def test_what_a_negated_verb_tells_did_not_happen(text: str) -> None:
    (held_so,) = held(text).values()
    assert {stance for _, stance in held_so} == {"denied"}


def test_what_somebody_works_to_prevent_may_happen_still() -> None:
    assert held("Norway works to prevent further Kenyan aggression against Somalia.") == {
        "Attack": {(None, "hypothetical")}
    }


def test_what_is_told_inside_a_quotation_is_the_speakers_word() -> None:
    text = (
        "Kenya's police chief Luis Rojas spoke on Monday. "
        "“Ugandan rebels attacked the bridge,” he said. “We captured two of them.”"
    )
    assert held(text)["Coercion"] == {("Luis Rojas", "alleged")}


def test_the_deeds_of_its_own_that_an_official_statement_quotes_are_fact() -> None:
    text = "Jane Roe, Secretary of State\n\n“Today we imposed sanctions on the smugglers of Kenya,” Secretary Roe said."
    assert (None, "asserted") in held(text, RELEASE)["Sanction"]


def test_what_was_planned_for_a_day_that_is_past_has_been() -> None:
    assert held("Kenya and Uganda were to meet in Kampala on 2 February 2020.") == {"Meeting": {(None, "asserted")}}


def test_the_plans_of_an_official_statement_are_told_by_the_state_and_by_the_organ_that_publishes_it() -> None:
    text = "Secretary Jane Roe will travel to Kenya on March 9. She will meet President Otieno in Nairobi."
    plans = held(text, RELEASE)
    assert plans["Visit"] == plans["Meeting"] == {("US", "planned"), ("US Department of State", "planned")}
    plans = held("The United States plans to sanction Kenya over the vote.", RELEASE)
    assert plans["Sanction"] == {("United States", "planned"), ("US Department of State", "planned")}
