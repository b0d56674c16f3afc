"""Who alleges, denies, arms, attacks, pledges, sanctions; expectations from the graphs in ``data/``."""

from datetime import date

from asking import Ask

SALE = "arms transfer: Norland, Rebels"


def test_what_is_only_alleged_has_its_claimant_and_the_accused(ask: Ask) -> None:
    columns = "claimant against type what quote article"
    sale = ("Ostia", "Norland", "ArmsTransfer", SALE, "Ostia accused Norland of selling shells", "three")
    shelling = ("Ostia", "Rebels", "Attack", "attack: Rebels", "Ostia said so too", "three")
    assert ask("claims", "which-claims-are-alleged", columns) == [sale, shelling]
    assert ask("claims", "which-claims-are-alleged", columns, actor="Ostia") == [sale, shelling]
    assert ask("claims", "which-claims-are-alleged", columns, actor="Norland") == [sale]


def test_a_denial_points_at_the_event_that_it_denies(ask: Ask) -> None:
    row = ("Norland", "ArmsTransfer", SALE, "Ostia", "Norland denied it", "three")
    assert ask("claims", "who-denied-what", "denier type what accuser quote article") == [row]
    assert ask("claims", "who-denied-what", "denier", actor="Ostia") == []


def test_a_denial_and_what_it_denies_contradict_each_other(ask: Ask) -> None:
    columns = "type claimant stance quote denier denial article"
    row = (
        *("ArmsTransfer", "Ostia", "alleged", "Ostia accused Norland of selling shells"),
        *("Norland", "Norland denied it", "three"),
    )
    assert ask("claims", "which-claims-contradict", columns) == [row]
    assert ask("claims", "which-claims-contradict", columns, actor="Norland") == [row]
    assert ask("claims", "which-claims-contradict", columns, actor="The Paper") == []


def test_what_the_article_or_anyone_else_also_tells_has_more_than_one_origin(ask: Ask) -> None:
    # The sale is denied by another, the shelling told by the paper itself; only the missile is one's word alone.
    assert ask("claims", "claims-with-one-origin", "what") == []
    assert ask("deeds", "claims-with-one-origin", "claimant stance type quote article") == [
        ("Norland", "alleged", "MilitaryActivity", "Norland said that Ostia fired a missile", "five")
    ]


def test_arms_are_told_with_both_parties_and_once_for_each_claim(ask: Ask) -> None:
    columns = "supplier recipient item stance claimant quote"
    rows = [
        ("Norland", "Rebels", "shells", "denied", "Norland", "Norland denied it"),
        ("Norland", "Rebels", "shells", "alleged", "Ostia", "Ostia accused Norland of selling shells"),
    ]
    assert ask("claims", "who-armed-whom", columns) == rows
    assert ask("claims", "who-armed-whom", columns, actor="Rebels") == rows
    assert ask("claims", "who-armed-whom", columns, actor="Ostia") == []


def test_an_attack_has_its_place_weapon_and_dead(ask: Ask) -> None:
    columns = "attacker target item killed injured kind when place stance claimant"
    attack = ("Rebels", None, "rockets", "between 3 and 5", None, "shelling", "2024-06-09", "the port")
    assert ask("claims", "who-attacked-whom", columns) == [
        (*attack, "alleged", "Ostia"),
        (*attack, "asserted", "The Paper"),
    ]


def test_a_pledge_is_given_in_its_own_words(ask: Ask) -> None:
    columns = "speaker addressee about when quote article"
    row = ("Vela", "Ostia", None, None, 'Vela promised Ostia "all help"', "three")
    assert ask("claims", "who-pledged-what", columns, actor="Vela") == [row]
    assert ask("claims", "who-pledged-what", columns, actor="Ostia") == []


def test_speech_is_found_by_who_speaks_and_who_is_spoken_to(ask: Ask) -> None:
    columns = "speaker act addressee about when"
    accusation = ("Ostia", "accuse", "Norland", SALE, "2024-06-09")
    assert ask("claims", "who-said-what", columns, actor="Norland") == [accusation]
    assert ask("claims", "who-said-what", columns) == [("Vela", "vow", "Ostia", None, None), accusation]


def test_a_feared_breach_names_the_sanction_and_what_it_depends_on(ask: Ask) -> None:
    columns = "who type sanction imposer condition stance claimant quote article"
    assert ask("claims", "what-would-breach-which-sanctions", columns) == [
        (
            *("Norland", "Sanction", "sanction: the Council, Rebels", "the Council", SALE),
            *("hypothetical", "The Paper", "would break the embargo", "three"),
        )
    ]


def test_the_one_who_may_break_a_sanction_had_backed_it(ask: Ask) -> None:
    columns = "who sanction backing type stance quote"
    assert ask("claims", "who-backed-what-it-may-breach", columns) == [
        (
            *("Norland", "sanction: the Council, Rebels", "an embargo that Norland had voted for"),
            *("Sanction", "hypothetical", "would break the embargo"),
        )
    ]


def test_sanctions_are_told_with_imposer_target_and_backer(ask: Ask) -> None:
    columns = "imposer target backer measure kind stance"
    assert ask("claims", "who-sanctioned-whom", columns) == [
        ("the Council", "Norland", None, None, "violate", "hypothetical"),
        ("the Council", "Rebels", "Norland", "arms embargo", "in-force", "asserted"),
    ]


def test_who_is_under_sanctions_is_told_by_articles_and_by_lists_without_breaches_and_ended_entries(ask: Ask) -> None:
    columns = "target authority measure since reference basis stance source quote"
    assert ask("claims lists", "who-is-under-sanctions", columns) == [
        ("Eli BRANDT", "the Union", "NUCLEAR", "2018-01-15", None, None, None, "Union list of 2024-06-01", None),
        (
            *("Eli Brandt", "the Council", "NUCLEAR", "2016-11-30", "C.001", "Resolution 1", None),
            *("Council list of 2024-07-01", None),
        ),
        ("Gus Hale", "the Union", "CYBER", "2020-07-30", None, None, None, "Union list of 2024-06-01", None),
        (
            *("Rebels", "the Council", "arms embargo", None, None, None, "asserted", "three"),
            "an embargo that Norland had voted for",
        ),
    ]


def test_sanctions_can_be_asked_by_body_and_by_target(ask: Ask) -> None:
    columns = "target authority"
    assert ask("claims lists", "who-is-under-sanctions", columns, authority="the Council") == [
        ("Eli Brandt", "the Council"),
        ("Rebels", "the Council"),
    ]
    assert ask("claims lists", "who-is-under-sanctions", columns, actor="Rebels") == [("Rebels", "the Council")]


def test_a_participant_counts_as_listed_from_the_day_of_listing_until_taken_off(ask: Ask) -> None:
    columns = "who authority program listed type when article"
    assert ask("lists", "which-participants-were-listed", columns) == [
        ("Brandt", "the Council", "NUCLEAR", date(2016, 11, 30), "Meeting", "2022-03-03", "four"),
        ("Brandt", "the Union", "NUCLEAR", date(2018, 1, 15), "Meeting", "2022-03-03", "four"),
        # Listed in February 2017: of a meeting in 2017 that may have been in January, nothing is said.
        ("Fay Stone", "the Council", "NUCLEAR", date(2017, 2, 1), "Meeting", "2022-03-03", "four"),
    ]
    assert ask("lists", "which-participants-were-listed", "who", actor="Gus Hale") == []


def test_an_entry_that_has_ended_is_on_no_list(ask: Ask) -> None:
    columns = "entity authority listed program reference notBy"
    union_only = ("Gus Hale", "the Union", date(2020, 7, 30), "CYBER", None, "the Council")
    assert ask("lists", "listed-by-one-not-another", columns) == [union_only]
    of_union = {"authority": "the Union", "other-authority": "the Council"}
    assert ask("lists", "listed-by-one-not-another", columns, **of_union) == [union_only]
    assert ask("lists", "listed-by-one-not-another", columns, authority="the Council") == []


def test_a_list_is_told_as_of_a_day_by_its_last_snapshot_of_then(ask: Ask) -> None:
    columns = "party authority program since basis inference reason source"
    old = ("BRANDT, Eli", "the Council", "ARMS", "2016-11-30", None, None, None, "Council list of 2022-07-01")
    new = (
        *("Eli Brandt", "the Council", "NUCLEAR", "2016-11-30", "Resolution 1", None, "buys parts"),
        "Council list of 2024-07-01",
    )
    of_council = {"authority": "the Council"}
    assert ask("lists", "what-the-list-said", columns, **of_council) == [new]
    assert ask("lists", "what-the-list-said", columns, on="2023-05-01", **of_council) == [old]
    assert ask("lists", "what-the-list-said", columns, on="2022-06-30", **of_council) == []


def test_an_actor_is_asked_for_on_the_lists_by_whom_he_is_identified_with(ask: Ask) -> None:
    assert ask("lists", "what-the-list-said", "party authority", actor="Brandt") == [
        ("Eli BRANDT", "the Union"),
        ("Eli Brandt", "the Council"),
    ]
    assert ask("lists", "what-the-list-said", "party", listed="Gus Hale") == [("Gus Hale",)]


def test_what_lists_tell_of_a_party_has_a_row_for_each_word(ask: Ask) -> None:
    assert ask("lists", "who-is-the-listed-party", "party what value", listed="Брандт") == [
        ("Eli Brandt", "alias", "Брандт"),
        ("Eli Brandt", "birthDate", "circa 1960"),
        ("Eli Brandt", "birthPlace", "Port Vell"),
        ("Eli Brandt", "country", "XY"),
        ("Eli Brandt", "gender", "male"),
        ("Eli Brandt", "idNumber", "Passport: 7 (XX)"),
        ("Eli Brandt", "nationality", "XX"),
        ("Eli Brandt", "position", "Minister"),
        ("Eli Brandt", "schema", "Person"),
        ("Eli Brandt", "weakAlias", "the Engineer"),
    ]


def test_a_listing_and_its_end_are_changes_on_their_days(ask: Ask) -> None:
    assert ask("lists", "what-changed-since", "day change what by", since="2023-01-01") == [
        (date(2023, 1, 31), "taken off the list", "Fay Stone", "the Council")
    ]
    assert ask("lists", "what-changed-since", "day change what", since="2018-01-15")[0] == (
        *(date(2018, 1, 15), "listed", "Eli BRANDT"),
    )


def test_who_met_a_listed_person_is_asked_by_period_and_authority(ask: Ask) -> None:
    columns = "who met authority listed when article"
    rows = [
        ("Ida Quist", "Hal Oren", "Office of Sanctions", date(2021, 5, 5), "2024-04-01", "eight"),
        ("Liv Moss", "Hal Oren", "Office of Sanctions", date(2021, 5, 5), "2024-04-01", "eight"),
    ]  # Liv Moss has been taken off the list
    assert ask("regimes", "who-met-a-listed-person", columns) == rows
    assert ask("regimes", "who-met-a-listed-person", columns, **{"from": "2024-04-01"}) == rows
    assert ask("regimes", "who-met-a-listed-person", columns, until="2024-03-31") == []
    assert ask("regimes", "who-met-a-listed-person", columns, actor="Ida Quist") == rows[:1]
    assert ask("regimes", "who-met-a-listed-person", columns, authority="the League") == []


def test_a_states_minister_who_meets_one_whom_its_office_lists_is_the_state_meeting_him(ask: Ask) -> None:
    columns = "state who met when sanctioned"
    row = ("Suria", "Ida Quist", "Hal Oren", "2024-04-01", "Office list of 2024-02-01")
    assert ask("regimes", "which-states-met-whom-they-sanction", columns) == [row]
    assert ask("regimes", "which-states-met-whom-they-sanction", columns, actor="Tarn") == []


def test_a_claimed_breach_is_joined_with_what_articles_and_lists_tell_of_the_regime(ask: Ask) -> None:
    columns = "who authority target measure entries stance source"
    assert ask("regimes", "which-measures-are-breached", columns) == [
        ("Vale", "the League", "Tarn", "TARN", 2, "alleged", "League list of 2024-03-01"),
        ("Vale", "the League", "Tarn", "ban on coal", None, "alleged", "eight"),
    ]
    assert ask("regimes", "which-measures-are-breached", columns, actor="Tarn") == []
