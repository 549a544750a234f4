"""News agencies and media that other media name as their source, and what kind of source each is.

State media are those that the State Media Monitor (Media and Journalism Research Center) calls state-controlled: a
state pays them, appoints who runs them, and decides what they say. The list is a selection: what news quotes most.
"""

import re
from typing import Final, NamedTuple

from workbench.vocabulary import OriginKind

# The name that is shown, and after a colon what else it is called; semicolons between media.
_STATE_MEDIA: Final = """
    KCNA: Kcna, Korean Central News Agency, North Korea's Central News Agency; KCTV: Korean Central Television;
    Rodong Sinmun; Minju Choson; Uriminzokkiri; Voice of Korea;
    TASS: Tass, ITAR-TASS, Itar-Tass; RIA Novosti: RIA, RIA News; Sputnik: Sputnik News; RT: Russia Today;
    Rossiya 1: Russia-1, Rossiya-1; Rossiya 24: Russia-24, Rossiya-24; Rossiyskaya Gazeta; TV Zvezda: Zvezda TV;
    Xinhua: Xinhua News Agency, New China News Agency; CGTN: China Global Television Network;
    CCTV: China Central Television; China Radio International; China Media Group; China News Service; China Daily;
    Global Times; People's Daily; PLA Daily: People's Liberation Army Daily; Guangming Daily;
    IRNA: Islamic Republic News Agency; IRIB; Press TV: PressTV; Tasnim: Tasnim News Agency; Fars News Agency;
    Mehr News Agency: Mehr News; Tehran Times; SANA: Syrian Arab News Agency; Saudi Press Agency; Emirates News Agency;
    Qatar News Agency; Kuwait News Agency; Middle East News Agency; WAFA: Palestine News and Information Agency;
    Iraqi News Agency; Oman News Agency; Bahrain News Agency; Jordan News Agency: Petra News Agency;
    BelTA; Azertac; Armenpress; Kazinform; Anadolu: Anadolu Agency; TRT: TRT World;
    Prensa Latina; Granma; Telesur; Vietnam News Agency; Lao News Agency; Global New Light of Myanmar; Bernama;
    Associated Press of Pakistan; Doordarshan; Vatican News
    """
_AGENCIES: Final = """
    Reuters; AP: Associated Press; AFP: Agence France-Presse, Agence France Presse; dpa: Deutsche Presse-Agentur;
    UPI: United Press International; EFE; ANSA; Yonhap: Yonhap News Agency, Yonhap News; Kyodo: Kyodo News;
    Jiji: Jiji Press; Interfax; Interfax-Ukraine; Ukrinform; UNIAN; PA Media: Press Association; Bloomberg;
    Press Trust of India; Asian News International; Belga; Ritzau; Lusa; Dow Jones Newswires
    """
_OUTLETS: Final = """
    BBC: BBC News; CNN; CNBC; NBC: NBC News; ABC News; CBS: CBS News; Fox News; MSNBC; NPR; PBS; C-SPAN; NHK; KBS; ITV;
    Sky News; Channel 4 News; ZDF; ARD; Deutsche Welle; Der Spiegel; Die Welt; Die Zeit; Bild; France 24; Le Monde;
    Le Figaro; El País; La Repubblica; Corriere della Sera; Politico; Axios; Al Jazeera; Al Arabiya; Haaretz;
    Asahi Shimbun; Yomiuri Shimbun; Nikkei; Chosun Ilbo; NK News; Meduza; Kommersant; Izvestia; Novaya Gazeta;
    Ukrainska Pravda; Radio Free Europe; Radio Free Asia; Voice of America; Bellingcat
    """
_LONG: Final = 5  # letters of a name that is known whatever its case; RT is not rt, and SANA no Sana


class Medium(NamedTuple):
    """A medium under the one name that it is shown with."""

    name: str
    kind: OriginKind


def medium_in(text: str) -> Medium | None:
    """Return the first medium that `text` names, if any."""
    return next((_MEDIA[_plain(match.group())] for match in _NAMED.finditer(text) if _is_name(match.group())), None)


def medium_called(name: str) -> Medium | None:
    """Return the medium that is called so, with or without an article before it; None if `name` says more."""
    name = _ARTICLE.sub("", name.strip())
    return _MEDIA.get(_plain(name)) if _NAMED.fullmatch(name) and _is_name(name) else None


def _plain(name: str) -> str:
    return name.casefold().replace("’", "'")


def _is_name(words: str) -> bool:
    return words[0].isupper() or words == "dpa"


def _called() -> dict[str, Medium]:
    """Return the media under all that they are called."""
    table: dict[str, Medium] = {}
    lists = ((_STATE_MEDIA, OriginKind.STATE_MEDIA), (_AGENCIES, OriginKind.WIRE), (_OUTLETS, OriginKind.OTHER_OUTLET))
    for written, kind in lists:
        for entry in " ".join(written.split()).split(";"):
            name, _, others = (part.strip() for part in entry.partition(":"))
            table |= {called.strip(): Medium(name, kind) for called in (name, *others.split(",")) if called.strip()}
    return table


def _pattern(called: str) -> str:
    form = re.escape(called).replace("'", "['’]")
    return f"(?i:{form})" if len(called) >= _LONG else f"{form}|{form.upper()}"


_CALLED: Final = _called()
_MEDIA: Final = {_plain(called): medium for called, medium in _CALLED.items()}
_ARTICLE: Final = re.compile(r"^[Tt]he\s+")
_NAMED: Final = re.compile(rf"(?<![\w-])(?:{'|'.join(map(_pattern, sorted(_CALLED, key=len, reverse=True)))})(?![\w-])")
