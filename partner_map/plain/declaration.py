"""The declaration of accessibility of a Polish town.

Its parts and the ids of its elements are those of the technical conditions 2.0 of the Minister of
Digital Affairs (31 July 2024), under article 12, point 7 of the act of 4 April 2019 on the digital
accessibility of websites and mobile applications of public bodies; its model is that of the
Commission Implementing Decision (EU) 2018/1523. What the town has not filled in is left out.
"""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from markupsafe import Markup

from partner_map.contact_uris import mail_uri, telephone_uri
from partner_map.i18n.letters import isolated
from partner_map.i18n.translator import Translator
from partner_map.i18n.wording import site_title
from partner_map.model import Accessibility, Compliance, InaccessibleReason, LocalizedText, Town
from partner_map.permalink import TEXT_PATH, home_query
from partner_map.plain.html import element, sentence
from partner_map.plain.layout import Layout
from partner_map.presentation.content import presentation_words

_TEMPLATE: Final = "declaration.html"
_OMBUDSMAN: Final = "https://bip.brpo.gov.pl/"
_KEYS: Final = ("next", "back", "ends", "number", "start", "blank", "full", "help")
"""The keys of the presentation, as its own list of them names them."""


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the declaration under its heading."""

    title: str
    paragraphs: Sequence[Markup] = ()
    items: Sequence[Markup] = ()
    """What is listed after the paragraphs."""
    id: str = ""
    level: int = 2
    """The level of its heading."""


def declaration_page(layout: Layout, town: Town) -> str:
    """The page in the language that the layout asks for."""
    translator = layout.translator
    title = translator.gettext("Declaration of accessibility")
    return layout.page(
        _TEMPLATE,
        f"{title} – {site_title(town, translator)}",
        heading=title,
        parts=declaration_parts(
            town,
            f"{layout.root}{TEXT_PATH}{home_query({'lang': [translator.language]})}",
            translator,
        ),
    )


def declaration_parts(town: Town, text_version: str, translator: Translator) -> list[Part]:
    """The parts in the order of the technical conditions; the plain description comes first.

    ``text_version`` is the URL of the same told in lists.
    """
    stated = town.accessibility
    return [
        _in_plain_words(town, text_version, translator),
        _commitment(town, translator),
        *_compliance(stated, translator),
        *_inaccessible(stated, translator),
        *_preparation(stated, translator),
        _keys(translator),
        *_contact(stated, translator),
        _procedure(town, translator),
        *_others(stated, translator),
    ]


def _in_plain_words(town: Town, text_version: str, translator: Translator) -> Part:
    link = element("a", translator.gettext("Read the text version."), href=text_version)
    paragraphs = [
        sentence(
            translator.gettext(
                "This site is about the cities that {town} works with. A map shows where they lie."
                " You can choose a year and see who was a partner then. You can choose a city and"
                " read what we have done together.",
                town="{town}",
            ),
            town=isolated(town.name[translator.language]),
        ),
        sentence(
            translator.gettext(
                "You do not have to use the map. The same is written in lists. {link}",
                link="{link}",
            ),
            link=link,
        ),
    ]
    if film := town.accessibility.sign_language_film:
        words = translator.gettext("A film in sign language")
        paragraphs.append(element("a", words, href=film))
    title = translator.gettext("This site in plain words")
    return Part(title, paragraphs, id="prosty-jezyk")


def _commitment(town: Town, translator: Translator) -> Part:
    stated = town.accessibility
    site: Markup | str = element("span", site_title(town, translator), id="a11y-zakres")
    if stated.url:
        site = element("a", site, id="a11y-url", href=stated.url)
    paragraphs = []
    if town.operator.name is not None:
        paragraphs.append(
            sentence(
                translator.gettext(
                    "{body} undertakes to make its website accessible in accordance with the act"
                    " of 4 April 2019 on the digital accessibility of websites and mobile"
                    " applications of public bodies.",
                    body="{body}",
                ),
                body=element("span", town.operator.name[translator.language], id="a11y-podmiot"),
            )
        )
    paragraphs.append(
        sentence(
            translator.gettext("This declaration concerns the website {site}.", site="{site}"),
            site=site,
        )
    )
    days = (
        (translator.gettext("Published: {day}", day="{day}"), stated.published, "publikacja"),
        (
            translator.gettext("Last important update: {day}", day="{day}"),
            stated.updated,
            "aktualizacja",
        ),
    )
    title = translator.gettext("What this declaration covers")
    return Part(title, paragraphs, _days(days, translator), id="a11y-wstep")


def _compliance(stated: Accessibility, translator: Translator) -> list[Part]:
    if stated.compliance is None:
        return []
    words = {
        Compliance.FULL: translator.gettext(
            "This website is fully compliant with the act of 4 April 2019 on the digital"
            " accessibility of websites and mobile applications of public bodies."
        ),
        Compliance.PARTIAL: translator.gettext(
            "This website is partially compliant with the act of 4 April 2019 on the digital"
            " accessibility of websites and mobile applications of public bodies, due to the"
            " non-compliances or the exemptions listed below."
        ),
        Compliance.NONE: translator.gettext(
            "This website is not compliant with the act of 4 April 2019 on the digital"
            " accessibility of websites and mobile applications of public bodies. The"
            " non-compliances or the exemptions are listed below."
        ),
    }[stated.compliance]
    title = translator.gettext("Compliance status")
    return [Part(title, [element("span", words, id="a11y-status")])]


def _inaccessible(stated: Accessibility, translator: Translator) -> list[Part]:
    if not stated.inaccessible:
        return []
    titles = {
        InaccessibleReason.NONCOMPLIANCE: translator.gettext("Not compliant with the act"),
        InaccessibleReason.BURDEN: translator.gettext("Disproportionate burden"),
        InaccessibleReason.OUT_OF_SCOPE: translator.gettext("Not within the scope of the act"),
    }
    texts = {
        reason: [
            Markup.escape(one.text[translator.language])
            for one in stated.inaccessible
            if one.reason is reason
        ]
        for reason in titles
    }
    return [
        Part(translator.gettext("Content that is not accessible")),
        *(
            Part(title, items=texts[reason], level=3)
            for reason, title in titles.items()
            if texts[reason]
        ),
    ]


def _preparation(stated: Accessibility, translator: Translator) -> list[Part]:
    days = _days(
        (
            (
                translator.gettext("Declaration prepared: {day}", day="{day}"),
                stated.prepared,
                "sporzadzenie",
            ),
            (
                translator.gettext("Declaration last reviewed: {day}", day="{day}"),
                stated.reviewed,
                "przeglad",
            ),
        ),
        translator,
    )
    if stated.assessment is not None:
        days += _paragraphs(stated.assessment, translator)
    title = translator.gettext("How the declaration was prepared")
    return [Part(title, items=days)] if days else []


def _keys(translator: Translator) -> Part:
    words = presentation_words(translator)
    return Part(
        translator.gettext("Keyboard shortcuts"),
        [
            sentence(
                translator.gettext(
                    "The standard shortcuts of the browser work everywhere. The presentation has"
                    " keys of its own:"
                )
            )
        ],
        [Markup.escape(words[f"help_{key}"]) for key in _KEYS],
    )


def _contact(stated: Accessibility, translator: Translator) -> list[Part]:
    items = []
    if stated.person:
        items.append(
            sentence(
                translator.gettext("Responsible: {person}", person="{person}"),
                person=element("span", stated.person, id="a11y-osoba"),
            )
        )
    if stated.email:
        link = element("a", stated.email, id="a11y-email", href=mail_uri([stated.email]))
        items.append(sentence(translator.gettext("E-mail: {email}", email="{email}"), email=link))
    if stated.telephone:
        link = element(
            "a", stated.telephone, id="a11y-telefon", href=telephone_uri(stated.telephone)
        )
        words = translator.gettext("Telephone: {number}", number="{number}")
        items.append(sentence(words, number=link))
    if not items:
        return []
    return [
        Part(
            translator.gettext("Feedback and contact"),
            [
                sentence(
                    translator.gettext(
                        "Tell us of anything on this website that is not accessible."
                    )
                )
            ],
            items,
            id="a11y-kontakt",
        )
    ]


def _procedure(town: Town, translator: Translator) -> Part:
    ombudsman = element("a", translator.gettext("Commissioner for Human Rights"), href=_OMBUDSMAN)
    address = town.operator.address
    where = (
        [sentence(translator.gettext("By letter: {address}", address="{address}"), address=address)]
        if address
        else []
    )
    return Part(
        translator.gettext("Requests and complaints"),
        [
            sentence(
                translator.gettext(
                    "Everyone has the right to request that this website or a part of it be made"
                    " digitally accessible, or that information be given in another way."
                )
            ),
            sentence(
                translator.gettext(
                    "The request says who makes it and how to reach that person, which part of the"
                    " website it is about and, where information is wanted in another way, in"
                    " which."
                )
            ),
            *where,
            sentence(
                translator.gettext(
                    "It is met without delay, within 7 days at the latest. Where that is not"
                    " possible, we say so at once and name a new day, within 2 months of the"
                    " request. Where accessibility cannot be provided, we offer another way to the"
                    " information."
                )
            ),
            sentence(
                translator.gettext(
                    "Whoever is refused, or does not want the other way that is offered, may"
                    " complain to us. After that the {ombudsman} may be asked to step in.",
                    ombudsman="{ombudsman}",
                ),
                ombudsman=ombudsman,
            ),
        ],
        id="a11y-procedura",
    )


def _others(stated: Accessibility, translator: Translator) -> list[Part]:
    told = (
        (translator.gettext("Mobile applications"), stated.applications, "a11y-aplikacje"),
        (translator.gettext("The building"), stated.architecture, "a11y-architektura"),
        (
            translator.gettext("Communication with the office"),
            stated.communication,
            "a11y-komunikacja",
        ),
    )
    parts = [
        Part(title, _paragraphs(text, translator), id=part_id, level=3)
        for title, text, part_id in told
        if text is not None
    ]
    return [Part(translator.gettext("Other information")), *parts] if parts else []


def _paragraphs(text: LocalizedText, translator: Translator) -> list[Markup]:
    """The lines of a text in the reader's language."""
    lines = text[translator.language].splitlines()
    return [Markup.escape(line) for line in lines if line.strip()]


def _days(
    told: Sequence[tuple[str, datetime.date | None, str]], translator: Translator
) -> list[Markup]:
    """Each day that is known, in its words and under the id that ends so."""
    return [
        sentence(
            words,
            day=element(
                "time", translator.day(day), id=f"a11y-data-{name}", datetime=day.isoformat()
            ),
        )
        for words, day, name in told
        if day is not None
    ]
