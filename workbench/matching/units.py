"""Units and currencies as news writes them, so that values in two of them can be held against each other.

Factors are exact by definition where there is one (international yard and pound agreement 1959, SI brochure);
gallons are those of the United States. Currencies have no factor: rates change daily.
"""

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import Final


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit: how it is shown, what it measures, and `value * factor + offset` in that dimension's base unit."""

    symbol: str
    dimension: str
    factor: Decimal = Decimal(1)
    offset: Decimal = Decimal(0)


COUNT: Final = Unit("", "count")
ORDINAL: Final = Unit("", "ordinal")
LABEL: Final = Unit("", "label")  # of a section, a flight, a resolution
PERCENT: Final = Unit("%", "percent")
MILLION: Final = 10**6

# dimension: symbol, factor to the base unit, ways to write it (a plural s is understood; _ is a space or hyphen).
_MEASURES: Final = """
    length: mm .001 millimetre millimeter; cm .01 cm centimetre centimeter; m 1 m metre meter; km 1000 km kilometre
        kilometer; in .0254 inch inches; ft .3048 foot feet ft; yd .9144 yard yd; mi 1609.344 mile;
        nmi 1852 nautical_mile
    area: m² 1 square_metre square_meter sq_m; km² 1000000 square_kilometre square_kilometer sq_km;
        ft² .09290304 square_foot square_feet sq_ft; mi² 2589988.110336 square_mile sq_mi; ha 10000 hectare ha;
        acres 4046.8564224 acre
    volume: l 1 litre liter; gal 3.785411784 gallon; bbl 158.987294928 barrel; m³ 1000 cubic_metre cubic_meter;
        ft³ 28.316846592 cubic_foot cubic_feet
    mass: g .001 gram gramme; kg 1 kg kilo kilogram kilogramme; t 1000 tonne metric_ton ton; oz .028349523125 ounce oz;
        lb .45359237 pound lb; st 6.35029318 stone
    speed: km/h 1 km/h kph kmh kilometres_per_hour kilometers_per_hour kilometres_an_hour kilometers_an_hour;
        mph 1.609344 mph miles_per_hour miles_an_hour; kn 1.852 knot
    temperature: °C 1 °c degrees_celsius degree_celsius degrees_centigrade degrees_c;
        °F 1 °f degrees_fahrenheit degree_fahrenheit degrees_f
    angle: ° 1 degree
    duration: s 1 second sec; min 60 minute min; h 3600 hour hr; days 86400 day; weeks 604800 week;
        months 2629746 month; years 31556952 year yr; decades 315569520 decade
    power: kW .001 kilowatt kw; MW 1 megawatt mw; GW 1000 gigawatt gw
    magnitude: percentage_points 1 percentage_point pct_point; basis_points .01 basis_point
    """
_CURRENCIES: Final = """
    USD $ us$ usd u.s._dollar us_dollar american_dollar dollar dlr; EUR € eur euro; GBP £ gbp pounds_sterling
    british_pound; JPY jpy yen; CNY cny yuan renminbi rmb; RUB ₽ rub rouble ruble; KRW ₩ krw won; INR ₹ inr rs rupee;
    AUD a$ au$ aud australian_dollar; CAD c$ ca$ cad canadian_dollar; HKD hk$ hkd hong_kong_dollar; NZD nz$ nzd
    new_zealand_dollar; SGD s$ sgd singapore_dollar; TWD nt$ twd; BRL r$ brl reais; MYR rm myr ringgit; CHF chf
    swiss_franc; FRF french_franc; DEM deutsche_mark deutschemark; SEK sek krona kronor; NOK nok krone kroner; TRY ₺
    lira; ILS ₪ ils shekel; THB ฿ thb baht; VND ₫ dong; UAH ₴ uah hryvnia; PLN pln zloty zlotys; ZAR zar rand; MXN
    mxn peso; HUF huf forint; CZK czk koruna; SAR sar riyal; IRR irr rial; AED aed dirham; JPY ¥; IDR idr rupiah;
    PHP php; XXF franc
    """
_FAHRENHEIT_ZERO: Final = Decimal(-32) * 5 / 9


def _measures() -> dict[str, Unit]:
    table: dict[str, Unit] = {}
    for line in re.split(r"\n    (?=\w+:)", _MEASURES.rstrip())[1:]:
        dimension, _, listed = line.strip().partition(":")
        for entry in listed.split(";"):
            symbol, factor, *ways = entry.split()
            unit = Unit(symbol.replace("_", " "), dimension, Decimal(factor))
            if symbol == "°F":
                unit = Unit(symbol, dimension, Decimal(5) / 9, _FAHRENHEIT_ZERO)
            table |= dict.fromkeys(ways, unit)
    return table


def _currencies() -> dict[str, Unit]:
    table: dict[str, Unit] = {}
    for entry in " ".join(_CURRENCIES.split()).split(";"):
        code, *ways = entry.split()
        table |= dict.fromkeys(ways, Unit(code, "money"))
    return table


_UNITS: Final = _measures()
_MONEY: Final = _currencies()
_SIGNS: Final = [way for way in _MONEY if not way[-1].isalpha()]
_CODES: Final = [
    way for way in _MONEY if way.isalpha() and (len(way) <= 3 or way == "dlrs") and way not in ("won", "yen")
]
_MASS_OR_MONEY: Final = ("pound", "pounds")


def _pattern(ways: list[str]) -> str:
    ordered = sorted(ways, key=len, reverse=True)
    return "|".join(re.escape(way).replace("_", r"[\s-]") for way in ordered)


CURRENCY_BEFORE: Final = rf"(?:{_pattern(_SIGNS)}|(?:{_pattern([*_CODES, 'dlrs'])})(?:\.?\s|(?=\d)))"
CURRENCY_AFTER: Final = rf"(?:of\s+)?(?:{_pattern([way for way in _MONEY if way[-1].isalpha()])})(?:e?s)?"
UNIT: Final = rf"(?:{_pattern(list(_UNITS))})s?"


def currency(written: str) -> Unit:
    """Return the currency that is written so; it was found by one of the patterns."""
    return _known(written, _MONEY)


def unit(written: str, *, in_millions: bool) -> Unit:
    """Return the unit that is written so; millions of pounds are money, other pounds weigh."""
    plain = _plain(written)
    if plain in _MASS_OR_MONEY and in_millions:
        return _MONEY["£"]
    return _known(written, _UNITS)


def _known(written: str, table: dict[str, Unit]) -> Unit:
    plain = _plain(written).removeprefix("of_")
    return next(table[form] for form in (plain, plain.removesuffix("s"), plain.removesuffix("es")) if form in table)


def _plain(written: str) -> str:
    return re.sub(r"[\s-]+", "_", written.lower()).strip("_").removesuffix(".")
