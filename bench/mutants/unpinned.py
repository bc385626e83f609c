"""Why a place may have no second witness, by the kind of place."""

REASONS = {
    "typed out": "Words of the layout or of the department that hold no figure: its own list numbers, reasons, bounds",
    "projects.*.name": "Years and numbers in official titles; no other value repeats them",
    "projects.*.source": "A source whose figures are not expected",
    "projects.*": "No figure of it is expected, and bounds are kept",
    "funds.*": "No figure of it is expected, and bounds are kept",
    "budget": "Given once: neither stated under `expect` nor beside a change, a rate or parts",
    "assets": "Two of four values are given, which is as many as are needed: nothing is left to contradict them",
    "staff": "A head count given once; only what exceeds the establishment is known to be wrong",
    "evaluation": "Dates that stay in order, and words about years and dates of other documents",
    "indicators.*.groups.*.items.*.criterion": "Steps and bounds in words: they repeat no other value of the indicator",
    "indicators": "Within its bounds, and not derived from a target or a rate",
    "goals": "Targets in words, which nothing measures",
    "basis": "The number of a document; it stands once",
    "duties": "Whether a unit is an office: the number of offices is announced nowhere",
    "department.level": "The level is said nowhere else",
    "attachment": "The number of the annex is given by the bureau",
    "missing_score": "Every project has a score",
    "year": "Every date and year in the file may still follow it",
}
"""From the special to the general: the first that a kind of place begins with."""


def why(kind: str) -> str:
    """Why nothing contradicts an alteration there."""
    return next((reason for place, reason in REASONS.items() if kind.startswith(place)), "Nothing repeats it")
