/** What follows a comma within a name: "Lesen und mehr, e. V.". */
export const LEGAL_FORM = /^(?:e\. ?v\.|g?gmbh|mbh|ggmbh|ag|eg|kg|gbr)$/iu;

/** The ends of lists that leave somebody out: "u. a.", "usw.", "und viele weitere Träger". */
const OTHERS = String.raw`u\. ?a\.(?: ?m\.)?|u\. ?v\. ?(?:a\.|m\.)(?: ?m\.)?|usw\.?|etc\.?|u\.?s\.?f\.?|und so weiter|(?:(?:und|sowie|u\.) )?(?:(?:viele|einige|zahlreiche|alle) )?(?:andere|anderen|weitere|weiteren|sonstige)(?: mehr| (?:träger|partner|einrichtungen|organisationen|institutionen|vereine|verbände|akteure|mitglieder|beteiligte|schulen|kitas))?|and others|et al\.?|…|\.{3}`;
export const ONLY_OTHERS = new RegExp(String.raw`^(${OTHERS})$`, 'iu');
export const ENDS_WITH_OTHERS = new RegExp(String.raw`(?:,|\s)\s*(${OTHERS})\s*$`, 'iu');
/** What stands before examples. */
export const BEGINS_WITH_OTHERS =
  /^(?:u\. ?a\.|z\. ?b\.|unter anderem|zum Beispiel|insbesondere|including)[\s:,]+/iu;

/** What an office calls a part of its list: "Mitglieder:", "Ständige Gäste:". */
export const LABEL =
  /^(?:\p{L}+ )?(?:mitglied(?:er)?|partner|kooperationspartner|beteiligte?|teilnehmende?|teilnehmer|gäste|gast|akteure|leitung|koordination|federführung|vorsitz|members|partners|guests):\s*/iu;

/** Who has a part in it: "(Leitung)", "(Federführung und Protokoll)". */
export const ROLE =
  /^(?:co-?)?(?:\p{L}+ )?(?:leitung|leiter(?:in)?|koordination|koordinierung|koordinator(?:in)?|federführung|federführend|geschäftsführung|geschäftsstelle|vorsitz(?:ende[rs]?)?|sprecher(?:in)?|moderation|protokoll|organisation|gastgeber(?:in)?|initiator(?:in)?|lead|chair|coordination)(?:[ ,/&].*)?$/iu;

/** A person, who is shown nowhere without consent; "Frau Holle e. V." is none. */
const PERSON = String.raw`(?:(?:frau|herrn?|fr\.|hr\.|mrs?\.?|ms\.)\s+|(?:ansprechpartner(?:in)?|ansprechperson|kontaktperson|vertreten durch|vertreter(?:in)?)[:\s]+)\p{L}`;
export const IS_PERSON = new RegExp(String.raw`^${PERSON}(?!.*\be\. ?V\.)`, 'iu');
export const ONLY_PERSON = new RegExp(String.raw`^(${PERSON}(?!.*\be\. ?V\.).*)$`, 'iu');
export const WITH_PERSON = new RegExp(
  String.raw`(?<=[^\s,:–-])[\s,:–-]+((?:z\. ?Hd\.\s+)?${PERSON}(?!.*\be\. ?V\.).*)$`,
  'iu',
);

/** Says that somebody is not, no longer or not yet a member. */
export const IN_DOUBT =
  /^(?:\?+|evtl\.?|eventuell|vielleicht|ggf\.?|unklar|offen|fraglich|geplant|angefragt|eingeladen|in klärung|n\. ?n\.|noch nicht\b.*|nicht mehr\b.*|ausgetreten\b.*|ehemalig(?:es mitglied)?|ruht|ruhend|maybe|tbc)$/iu;
export const DOUBTFUL_START = /^(?:\?+|(?:evtl\.?|eventuell|vielleicht|ggf\.?)(?=\s))\s*/iu;
export const DOUBTFUL_END = /\s*(?:\?+|[–-]\s*(?:angefragt|unklar|offen|ausgetreten))$/iu;

/** Says that a member is not to be told. */
export const NOT_PUBLIC =
  /^(?:nur )?(?:intern|geheim|vertraulich|anonym|confidential|internal)\b|\b(?:nicht|nie|not|do not) (?:\p{L}+ ){0,2}(?:veröff|veroeff|öffentlich|oeffentlich|nenn|weiterg|publi)/iu;

/** Names nobody: "N. N.", "–", "keine", or how many there are. */
export const NOBODY = /^(?:[^\p{L}]*|n\. ?n\.|k\. ?a\.|keine?r?|niemand|none)$/iu;

const STREET = String.raw`(?:str(?:aße|asse|\.)|weg|platz|allee|gasse|ring|ufer|damm)\s*\d+\s*\p{L}?(?:\s*-\s*\d+)?`;
const TOWN = String.raw`(?:d-)?\d{5}\s+\p{L}`;
/** Where somebody is: a street with its number, or a postal code with its town. */
export const ADDRESS = new RegExp(`^${TOWN}|${STREET}$`, 'iu');
export const WITH_ADDRESS = new RegExp(
  String.raw`,\s*((?:[^,]*${STREET}|${TOWN}[^,]*)(?:,[^,]*)*)$`,
  'iu',
);
