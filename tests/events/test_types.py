"""Each type of event, told in the active, in the passive and as a noun."""

import pytest

STORIES = [
    ("Meeting", "Angela Merkel met Emmanuel Macron in Vienna.", {"participant": {"Angela Merkel", "Emmanuel Macron"}}),
    ("Meeting", "Talks were held by Chile and Peru in Lima.", {"participant": {"Chile", "Peru"}}),
    ("Meeting", "Talks between Chile and Peru began in Lima.", {"participant": {"Chile", "Peru"}}),
    ("Visit", "Angela Merkel visited Kenya in March.", {"visitor": {"Angela Merkel"}}),
    (
        "Visit",
        "Angela Merkel was received by Emmanuel Macron in Paris.",
        {"visitor": {"Angela Merkel"}, "host": {"Emmanuel Macron"}},
    ),
    ("Visit", "Angela Merkel's visit to Kenya was short.", {"visitor": {"Angela Merkel"}}),
    ("Agreement", "Peru and Chile signed a border treaty.", {"party": {"Peru", "Chile"}}),
    ("Agreement", "The treaty was signed by Peru and Chile.", {"party": {"Peru", "Chile"}}),
    ("Agreement", "A ceasefire between Armenia and Azerbaijan held.", {"party": {"Armenia", "Azerbaijan"}}),
    (
        "Sanction",
        "The European Union imposed sanctions on Belarus.",
        {"imposer": {"European Union"}, "target": {"Belarus"}},
    ),
    (
        "Sanction",
        "Sanctions were imposed on Iran by the United States.",
        {"imposer": {"United States"}, "target": {"Iran"}},
    ),
    ("Sanction", "U.S. sanctions against Cuba remain.", {"imposer": {"United States"}, "target": {"Cuba"}}),
    ("ArmsTransfer", "Turkey supplied Ukraine with drones.", {"supplier": {"Turkey"}, "recipient": {"Ukraine"}}),
    ("ArmsTransfer", "Sweden sells fighter jets to Brazil.", {"supplier": {"Sweden"}, "recipient": {"Brazil"}}),
    (
        "ArmsTransfer",
        "Missiles were delivered to Egypt by France.",
        {"supplier": {"France"}, "recipient": {"Egypt"}},
    ),
    ("ArmsTransfer", "Germany's arms sales to Egypt grew.", {"supplier": {"Germany"}, "recipient": {"Egypt"}}),
    ("Aid", "Norway provided Somalia with food.", {"donor": {"Norway"}, "recipient": {"Somalia"}}),
    ("Aid", "Food was sent to Somalia by Norway.", {"donor": {"Norway"}, "recipient": {"Somalia"}}),
    ("Aid", "Japan's aid to Kenya continues.", {"donor": {"Japan"}, "recipient": {"Kenya"}}),
    ("Cooperation", "Spain cooperates with Morocco on fishing.", {"party": {"Spain", "Morocco"}}),
    ("Cooperation", "Joint naval exercises were held by India and France.", {"party": {"India", "France"}}),
    ("Cooperation", "The alliance between Japan and Australia is old.", {"party": {"Japan", "Australia"}}),
    ("Attack", "Ethiopia attacked Eritrea.", {"attacker": {"Ethiopia"}, "target": {"Eritrea"}}),
    ("Attack", "Eritrea was invaded by Ethiopia in 1998.", {"attacker": {"Ethiopia"}, "target": {"Eritrea"}}),
    ("Attack", "Ethiopia's attack on Eritrea was feared.", {"attacker": {"Ethiopia"}, "target": {"Eritrea"}}),
    ("War", "Ethiopia waged war on Eritrea.", {"party": {"Ethiopia", "Eritrea"}}),
    ("War", "A war was fought between Ethiopia and Eritrea.", {"party": {"Ethiopia", "Eritrea"}}),
    ("War", "The war between Ethiopia and Eritrea goes on.", {"party": {"Ethiopia", "Eritrea"}}),
    ("MilitaryActivity", "Pakistan tested a ballistic missile.", {"actor": {"Pakistan"}}),
    ("MilitaryActivity", "Troops were deployed to Mali by France.", {"actor": {"France"}}),
    ("MilitaryActivity", "Pakistan's nuclear test alarmed its neighbours.", {"actor": {"Pakistan"}}),
    ("Coercion", "Turkey detained the editor Maria Ressa.", {"actor": {"Turkey"}, "target": {"Maria Ressa"}}),
    ("Coercion", "Maria Ressa was arrested by Turkey.", {"actor": {"Turkey"}, "target": {"Maria Ressa"}}),
    ("Coercion", "The arrest of Maria Ressa drew criticism.", {"target": {"Maria Ressa"}}),
    ("Protest", "Thousands of protesters marched in Santiago.", {"actor": {"Thousands of protesters"}}),
    ("Protest", "The games were boycotted by Ghana.", {"actor": {"Ghana"}}),
    ("Protest", "Protests against Chile went on for days.", {"target": {"Chile"}}),
    ("Withdrawal", "Ethiopia withdrew its troops from Somalia.", {"actor": {"Ethiopia"}}),
    ("Withdrawal", "Maria Ressa was released by Turkey.", {"actor": {"Turkey"}, "recipient": {"Maria Ressa"}}),
    ("Withdrawal", "Ethiopia's withdrawal from Somalia took months.", {"actor": {"Ethiopia"}}),
    ("LeadershipChange", "Imran Khan resigned on Monday.", {"person": {"Imran Khan"}}),
    (
        "LeadershipChange",
        "Imran Khan was elected prime minister of Pakistan.",
        {"person": {"Imran Khan"}, "organization": {"Pakistan"}},
    ),
    ("LeadershipChange", "The resignation of Imran Khan came late.", {"person": {"Imran Khan"}}),
]


@pytest.mark.parametrize(("type_", "text", "roles"), STORIES, ids=[story[1] for story in STORIES])
def test_the_event_is_read_with_its_roles(read, type_, text, roles):
    assert read(text).roles(type_) == [roles]


def test_every_quote_of_an_event_holds_its_trigger(read):
    done = read("Angela Merkel met Emmanuel Macron in Vienna on Monday. Peru attacked Chile.")
    for event in done.events:
        assert done.quote(event.trigger) in done.quote(event.evidence[0])


@pytest.mark.parametrize(
    "text",
    [
        "Arsenal attacked from the first minute and the striker beat the goalkeeper before halftime.",
        "Argentina beat France on penalties in the World Cup final.",
        "Real Madrid sold the midfielder to Juventus for 40 million euros.",
        "Shares in Siemens rallied on Monday after the company met forecasts.",
        "Microsoft agreed a takeover deal with the shareholders of Nokia.",
        "The dollar attacked new highs as investors fought inflation.",
        "Whisk the eggs, beat the butter and fold in the flour; bake in a hot oven.",
        "The novelist was under attack from critics.",
        "A heart attack killed him at 80.",
        "The minister demonstrated her skill at chess.",
        "The drought killed thousands of cattle in Kenya.",
        "Serena Williams defeated Maria Sharapova in the final.",
        "Toyota will supply batteries to Ford.",
        "Novak Djokovic withdrew from the tournament in Paris.",
        "The storm struck Cuba on Friday and killed 12 people.",
        "The court agreed that the contract was void.",
    ],
)
def test_a_look_alike_yields_no_event(read, text):
    assert read(text).events == ()
