"""What another page needs to have the published map in a frame."""

from __future__ import annotations

from markupsafe import Markup

from partner_map.i18n.translator import Translator
from partner_map.i18n.wording import site_title
from partner_map.model import Dataset
from partner_map.site.addresses import addresses_of


def embedding_snippet(dataset: Dataset, root: str, translator: Translator) -> str:
    """The element of HTML, in the translator's language.

    ``root`` is the full URL of the published site's root, with a slash at its end.
    """
    language = translator.language
    title = site_title(dataset.town, translator)
    return str(
        Markup(
            '<iframe src="{url}" title="{title}" width="100%" height="640" loading="lazy"'
            ' style="border:0"></iframe>'
        ).format(url=f"{root}{addresses_of(dataset, language).embed}", title=title)
    )
