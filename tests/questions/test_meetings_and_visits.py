"""Who met, travelled, received and came along, when and where; expectations from ``data/meetings.trig``."""

from datetime import date

from asking import Ask


def test_a_meeting_is_a_row_for_each_article_that_tells_of_it_with_its_words(ask: Ask) -> None:
    columns = "who whom kind when place stance claimant quote article"
    assert ask("meetings", "who-met-whom", columns) == [
        ("Bo Rask", "Dee Voss", "call", None, "Bern", "planned", "Dee Voss", "Voss said she would call Rask", "two"),
        (
            *("Ada Lind", "Bo Rask", "summit", "2024-05-01", "Geneva", "asserted", "The Wire"),
            *('Lind met "Rask" in Geneva', "one"),
        ),
        (
            *("Ada M. Lind", "Bo Rask", None, "2024-05-01", "Geneva", "asserted", "The Post"),
            *("their summit in Geneva last year", "two"),
        ),
    ]


def test_meetings_of_one_actor_are_those_that_the_actor_is_in(ask: Ask) -> None:
    assert ask("meetings", "who-met-whom", "who whom", actor="Dee Voss") == [("Bo Rask", "Dee Voss")]
    assert ask("meetings", "who-met-whom", "who whom", actor="Cy Holt") == []


def test_a_span_of_days_leaves_out_what_lies_outside_it_and_what_has_no_day(ask: Ask) -> None:
    on_the_day = {"from": "2024-05-01", "until": date(2024, 5, 1)}
    assert ask("meetings", "who-met-whom", "article", **on_the_day) == [("one",), ("two",)]
    assert ask("meetings", "who-met-whom", "article", **{"from": "2024-05-02"}) == []
    assert ask("meetings", "who-met-whom", "article", until="2024-04-30") == []


def test_those_who_came_along_are_told_with_their_head(ask: Ask) -> None:
    columns = "head member type when place quote"
    row = ("Ada Lind", "Cy Holt", "Meeting", "2024-05-01", "Geneva", 'Lind met "Rask" in Geneva')
    for actor in ("Ada Lind", "Cy Holt"):
        assert ask("meetings", "who-accompanied-whom", columns, actor=actor) == [row]
    assert ask("meetings", "who-accompanied-whom", columns, actor="Bo Rask") == []


def test_a_member_of_one_delegation_who_also_travelled_alone_links_the_two(ask: Ask) -> None:
    columns = "member type when head quote article otherType otherWhen otherHead otherQuote otherArticle"
    assert ask("meetings", "which-delegations-share-members", columns) == [
        (
            *("Cy Holt", "Meeting", "2024-05-01", "Ada Lind", 'Lind met "Rask" in Geneva', "one"),
            *("Visit", "2024-04", None, "the mayor welcomed Holt in April", "one"),
        )
    ]


def test_a_journey_has_its_traveller_place_and_origin(ask: Ask) -> None:
    columns = "visitor kind when place origin stance claimant quote article"
    row = (
        *("Cy Holt", "trip", "2024-04", "Switzerland", "Norland", "asserted", "The Wire"),
        *("the mayor welcomed Holt in April", "one"),
    )
    assert ask("meetings", "who-travelled-where", columns, actor="Cy Holt") == [row]
    assert ask("meetings", "who-travelled-where", columns, **{"from": "2024-04-30"}) == [row]
    assert ask("meetings", "who-travelled-where", columns, **{"from": "2024-05-01"}) == []
    assert ask("meetings", "who-travelled-where", columns, actor="Bo Rask") == []


def test_a_visit_of_the_month_before_comes_before_the_meeting_of_its_delegate(ask: Ask) -> None:
    columns = "visitor when place meeting meetingWhen quote"
    row = (
        *("Cy Holt", "2024-04", "Switzerland", "meeting: Ada Lind, Bo Rask", "2024-05-01"),
        "the mayor welcomed Holt in April",
    )
    assert ask("meetings", "visits-before-a-meeting", columns) == [row]
    assert ask("meetings", "visits-before-a-meeting", columns, meeting="meeting: Ada Lind, Bo Rask") == [row]
    assert ask("meetings", "visits-before-a-meeting", columns, meeting="meeting: Bo Rask, Dee Voss") == []
    assert ask("meetings", "visits-before-a-meeting", columns, actor="Bo Rask") == []


def test_host_and_visitor_both_find_the_reception(ask: Ask) -> None:
    row = ("the mayor", "Cy Holt", "2024-04", "the mayor welcomed Holt in April")
    for actor in ("the mayor", "Cy Holt"):
        assert ask("meetings", "who-received-whom", "host visitor when quote", actor=actor) == [row]
    assert ask("meetings", "who-received-whom", "host", actor="Norland") == []


def test_the_timeline_of_two_holds_what_both_have_part_in(ask: Ask) -> None:
    both = {"actor": "Cy Holt", "other-actor": "the mayor"}
    columns = "when type kind what place earliest latest"
    trip = (
        *("2024-04", "Visit", "trip", "visit: Cy Holt, the mayor", "Switzerland"),
        *(date(2024, 4, 1), date(2024, 4, 30)),
    )
    assert ask("meetings", "timeline-of-two", columns, **both) == [trip]
    assert ask("meetings", "timeline-of-two", "what", actor="Bo Rask") == [
        ("meeting: Bo Rask, Dee Voss",),
        ("meeting: Ada Lind, Bo Rask",),
        ("meeting: Ada M. Lind, Bo Rask",),
    ]


def test_actors_who_share_events_are_linked_and_the_way_to_others_is_counted_in_steps(ask: Ask) -> None:
    columns = "steps who whom events"
    assert ask("meetings", "who-is-linked-to-whom", columns, actor="Ada Lind") == [(1, "Ada Lind", "Bo Rask", 2)]
    # The call is only planned, so that it links nobody.
    assert ask("meetings", "who-is-linked-to-whom", columns, actor="Dee Voss", hops=3) == []
    assert ask("meetings", "who-is-linked-to-whom", columns, actor="the mayor") == [
        (1, "Cy Holt", "the mayor", 1),
        (1, "the mayor", "Norland", 1),
    ]
    assert ask("meetings", "who-is-linked-to-whom", columns, actor="the mayor", hops=2) == [
        (1, "Cy Holt", "the mayor", 1),
        (1, "the mayor", "Norland", 1),
        (2, "Cy Holt", "Norland", 1),
    ]


def test_a_third_step_leads_on_from_the_second(ask: Ask) -> None:
    columns = "steps who whom"
    nearer = [
        (1, "the Council", "Norland"),
        (1, "the Council", "Rebels"),
        (2, "Cy Holt", "Norland"),
        (2, "Norland", "Rebels"),
        (2, "the mayor", "Norland"),
    ]
    asked = {"actor": "the Council", "hops": 2}
    assert ask("claims meetings", "who-is-linked-to-whom", columns, **asked) == nearer
    asked["hops"] = 3
    assert ask("claims meetings", "who-is-linked-to-whom", columns, **asked) == [*nearer, (3, "Cy Holt", "the mayor")]


def test_what_happens_in_a_city_happens_in_its_country(ask: Ask) -> None:
    rows = ask("meetings", "what-happened-in-a-place", "place type kind what when quote", place="Switzerland")
    assert rows == [
        ("Bern", "Meeting", "call", "meeting: Bo Rask, Dee Voss", None, "Voss said she would call Rask"),
        ("Switzerland", "Visit", "trip", "visit: Cy Holt, the mayor", "2024-04", "the mayor welcomed Holt in April"),
        *(
            ("Geneva", "Meeting", "summit", "meeting: Ada Lind, Bo Rask", "2024-05-01", 'Lind met "Rask" in Geneva'),
            (
                "Geneva",
                "Meeting",
                None,
                "meeting: Ada M. Lind, Bo Rask",
                "2024-05-01",
                "their summit in Geneva last year",
            ),
        ),
    ]
    assert ask("meetings", "what-happened-in-a-place", "place", place="Bern") == [("Bern",)]


def test_the_distance_is_right_to_a_percent(ask: Ask) -> None:
    # Geneva to Bern on the great circle: 130 km.
    found = dict(ask("meetings", "events-within-km", "place km", place="Geneva", km=150))
    assert found == {"Geneva": 0, "Bern": 130}
    assert ask("meetings", "events-within-km", "place km", place="Bern", km="129") == [("Bern", 0)]


def test_without_a_distance_a_hundred_kilometres_are_meant(ask: Ask) -> None:
    assert ask("meetings", "events-within-km", "place km", place="Bern") == [("Bern", 0)]


def test_the_holder_of_a_post_is_the_one_of_the_latest_article_by_that_day(ask: Ask) -> None:
    columns = "holder post body asOf quote article"
    then = ("Bo Rask", "president", "Norland", date(2024, 5, 2), "President Rask", "one")
    now = ("Dee Voss", "president", "Norland", date(2025, 1, 20), "the new president", "two")
    assert ask("meetings", "who-held-which-post", columns, on="2024-12-31") == [then]
    assert ask("meetings", "who-held-which-post", columns) == [now]
    assert ask("meetings", "who-held-which-post", columns, body="Norland") == [now]
    assert ask("meetings", "who-held-which-post", columns, actor="Bo Rask") == []
    assert ask("meetings", "who-held-which-post", columns, on="2024-01-01") == []


def test_bounded_numbers_and_dates_without_a_day_are_uncertain(ask: Ask) -> None:
    columns = "type value words least most unit quote"
    assert ask("meetings", "which-values-are-uncertain", columns) == [
        ("Meeting", "lasted", "at least two hours", 2.0, None, "hour", 'Lind met "Rask" in Geneva'),
        (
            *("Visit", "starts", "2024-04", date(2024, 4, 1), date(2024, 4, 30), "month"),
            "the mayor welcomed Holt in April",
        ),
    ]


def test_what_articles_published_since_tell_of_is_new(ask: Ask) -> None:
    columns = "day change what stance by quote article"
    assert ask("meetings", "what-changed-since", columns, since="2025-01-20") == [
        (
            *(date(2025, 1, 20), "Meeting", "meeting: Ada M. Lind, Bo Rask", "asserted", "The Post"),
            *("their summit in Geneva last year", "two"),
        ),
        (
            *(date(2025, 1, 20), "Meeting", "meeting: Bo Rask, Dee Voss", "planned", "Dee Voss"),
            *("Voss said she would call Rask", "two"),
        ),
    ]
    assert ask("meetings", "what-changed-since", columns, since="2025-01-21") == []


def test_a_claim_leads_to_its_article_and_the_stretch_of_its_text(ask: Ask) -> None:
    columns = "type what claimant stance article headline publisher published start end quote source"
    row = (
        *("Meeting", "meeting: Ada Lind, Bo Rask", "The Wire", "asserted", "one", "Leaders meet", "The Wire"),
        *(date(2024, 5, 2), 0, 25, 'Lind met "Rask" in Geneva', "https://example.org/one"),
    )
    assert ask("meetings", "sources-of-a-claim", columns, event="meeting: Ada Lind, Bo Rask") == [row]
    assert len(ask("meetings", "sources-of-a-claim", columns, article="one")) == 3
    assert len(ask("meetings", "sources-of-a-claim", columns, article="Leaders meet")) == 3


def test_articles_are_found_by_words_of_their_text_and_headline(ask: Ask) -> None:
    columns = "published headline publisher article"
    one = (date(2024, 5, 2), "Leaders meet", "The Wire", "one")
    two = (date(2025, 1, 20), None, "The Post", "two")
    assert ask("meetings", "which-articles-say", columns) == [two, one]
    assert ask("meetings", "which-articles-say", columns, words="SUMMIT in geneva") == [two]
    assert ask("meetings", "which-articles-say", columns, words='"Rask"') == [one]
    assert ask("meetings", "which-articles-say", columns, words="leaders MEET") == [one]
    assert ask("meetings", "which-articles-say", columns, words="nothing of the kind") == []


def test_a_meeting_lasts_as_long_as_the_article_says(ask: Ask) -> None:
    columns = "what words least most unit when"
    row = ("meeting: Ada Lind, Bo Rask", "at least two hours", 2.0, None, "hour", "2024-05-01")
    assert ask("meetings", "how-long-did-it-last", columns, actor="Bo Rask") == [row]
    assert ask("meetings", "how-long-did-it-last", columns, actor="Cy Holt") == []


def test_an_actor_is_known_by_type_names_country_and_whole(ask: Ask) -> None:
    columns = "name type alias country partOf territory article identity"
    assert ask("meetings", "who-is-who", columns, actor="Lind") == [
        ("Ada Lind", "Person", "Lind", None, None, None, "one", None),
        ("Ada M. Lind", "Person", None, None, None, None, "two", None),
    ]
    assert ask("meetings", "who-is-who", columns, actor="Cy Holt") == [
        ("Cy Holt", "Person", None, None, None, None, "one", "http://www.wikidata.org/entity/Q0")
    ]
    assert ask("meetings", "who-is-who", columns, actor="the City Council") == [
        ("the City Council", "Government", None, None, "Norland", None, "one", None)
    ]
    assert ask("meetings", "who-is-who", columns, actor="Norland")[0] == (
        *("Norland", "State", None, "NL", None, "Norland", "one", None),
    )


def test_a_place_is_known_by_what_it_lies_in_and_where(ask: Ask) -> None:
    columns = "name type alias country within coordinates geonames article"
    assert ask("meetings", "where-is-a-place", columns, place="geneve") == [
        ("Geneva", "City", None, None, "Switzerland", "46.2, 6.15", None, "two"),
        ("Geneva", "City", "Genève", "CH", "Switzerland", "46.2, 6.15", 2660646, "one"),
    ]
