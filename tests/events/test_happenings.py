"""One event however often told, with what the clause and the article give it."""

import pytest


def test_a_happening_told_again_is_one_event(read):
    done = read(
        "Angela Merkel met Emmanuel Macron in Vienna on Tuesday. The meeting between Merkel and Macron was their first."
    )
    assert done.types() == ["Meeting"]
    assert len(done.events[0].evidence) == 2


def test_two_visits_at_different_times_stay_two(read):
    done = read("Angela Merkel visited Kenya in 2011. Angela Merkel visited Kenya in 2016.")
    assert [event.starts.iso for event in done.events] == ["2011", "2016"]


def test_each_stop_of_a_tour_is_a_visit(read):
    done = read("Angela Merkel will travel to Kenya, Ethiopia and Angola.")
    assert [done.names((event.place,)) for event in done.events] == [{"Kenya"}, {"Ethiopia"}, {"Angola"}]
    assert len({event.id for event in done.events}) == 3


def test_supplying_with_and_supplying_to_say_the_same(read):
    first, second = read("Turkey supplied Ukraine with drones."), read("Turkey supplied drones to Ukraine.")
    assert first.roles("ArmsTransfer") == second.roles("ArmsTransfer")
    assert first.events[0].details == second.events[0].details == {"item": ("drones",)}


def test_food_is_aid_and_not_arms(read):
    assert read("Norway supplied Somalia with food.").types() == ["Aid"]


def test_a_place_and_a_day_are_those_of_the_clause(read):
    done = read("Angela Merkel met Emmanuel Macron in Vienna on Tuesday.")
    assert done.names((done.events[0].place,)) == {"Vienna"}
    assert done.events[0].starts.iso == "2024-04-30"


def test_without_a_day_of_publication_no_date_is_invented(read):
    assert read("Angela Merkel met Emmanuel Macron in Vienna.", on=None).events[0].starts is None


def test_who_was_brought_takes_part_as_one_of_a_delegation(read):
    done = read("Angela Merkel visited Kenya and brought with her Heiko Maas.")
    visit, roles = next(done.of("Visit"))
    assert roles["visitor"] == {"Angela Merkel", "Heiko Maas"}
    assert [(done.names((one.head,)), done.names(one.members)) for one in visit.delegations] == [
        ({"Angela Merkel"}, {"Heiko Maas"})
    ]


def test_the_dead_and_the_wounded_are_counted_within_bounds(read):
    event = read("An attack on Kenya by Somalia killed at least 12 people and wounded 30.").events[0]
    assert (event.quantities["killed"].least, event.quantities["killed"].most) == (12, None)
    assert (event.quantities["injured"].least, event.quantities["injured"].most) == (30, 30)


def test_a_meeting_lasts_as_long_as_is_told(read):
    lasted = (
        read("Angela Merkel and Emmanuel Macron met for between two and three hours.").events[0].quantities["lasted"]
    )
    assert (lasted.least, lasted.most, lasted.unit) == (2, 3, "hour")


def test_a_breach_points_at_the_sanctions_and_depends_on_its_condition(read):
    done = read(
        "Kenya, which has supported United Nations sanctions against Eritrea, "
        "would be violating the agreement if it signs an arms deal with Eritrea."
    )
    kinds = {event.kind: event for event in done.events}
    assert kinds["violate"].breaches == (kinds["in-force"].id,)
    assert kinds["violate"].depends_on == (kinds["arms-deal"].id,)
    assert done.names(kinds["in-force"].roles["backer"]) == {"Kenya"}
    assert done.names(kinds["violate"].roles["target"]) == {"Kenya"}


def test_the_attacker_of_a_war_of_two_is_the_other_party(read):
    done = read("Ethiopia wages a war on Eritrea. The invasion of Eritrea began in 1998.")
    assert done.roles("Attack") == [{"target": {"Eritrea"}, "attacker": {"Ethiopia"}}]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Norway killed the rebels in Mali.", "Mali"),  # where those are who take part
        ("Maria Varga died in Lima after being shot.", "Lima"),  # where the clause above is
        ("The rebels bombed Lima on Monday.", "Lima"),  # where it strikes
    ],
)
def test_the_place_of_a_happening_need_not_stand_in_its_own_clause(read, text, place):
    done = read(text)
    assert done.names((done.events[0].place,)) == {place}


def test_a_state_that_coerces_does_so_at_home_where_the_article_speaks_of_the_land(read):
    spoken = read("It rained in Kenya. The Kenyan government banned the opposition.")
    assert spoken.names((spoken.events[0].place,)) == {"Kenya"}
    assert read("The Kenyan government banned the opposition.").events[0].place is None


def test_those_of_a_group_who_are_named_take_part_too(read):
    (roles,) = read("Norway detained eight tourists, including Maria Varga.").roles("Coercion")
    assert roles["target"] == {"eight tourists", "Maria Varga"}
    (roles,) = read("Kenya expelled two diplomats, Maria Varga and Jonas Lind.").roles("Coercion")
    assert {"Maria Varga", "Jonas Lind"} <= roles["target"]
