import { words } from '../text.js';

/** German and English words that a question begins with. */
const QUESTION_WORDS = new Set(
  words(`
    wer was wann wo wohin woher wem wen wessen warum wieso weshalb wie wieviel ob
    wozu wofür womit worauf wodurch wobei woran worum worin
    welche welcher welches welchen welchem
    ist sind hat kann muss soll darf gibt
    who what when where why which how is are do does can should
  `),
);

/** German and English words that stand in questions about anything and so tell nothing. */
const STOP_WORDS = new Set(
  words(`
    der die das den dem des ein eine einen einem einer eines kein keine keinen keiner
    ich du er sie es wir ihr man mich mir dich dir sich uns euch ihm ihn ihnen
    mein meine meinen meinem meiner dein deine deinen deiner sein seine seinen seiner
    ihre ihren ihrem ihrer unser unsere unseren euer eure
    dieser diese dieses diesen diesem jede jeder jedes jeden alle allen aller alles andere anderen
    und oder aber auch als so nur noch schon sehr mehr dann denn doch wenn weil dass damit
    in im an am auf aus bei beim bis durch für gegen hinter mit nach neben ohne seit über um unter
    von vom vor während wegen zu zum zur zwischen ab ins ans
    bin bist war waren wird werden wurde wurden worden würde habe haben hatte hätte
    kannst können könnte müssen sollen sollte sollten dürfen will wollen
    möchte möchten mag geben gib macht machen tun tut
    nicht nichts etwas hier da dort dabei dafür dazu davon daran darauf
    viel viele
    bedeutet bedeuten heißt versteht genau eigentlich bitte überhaupt vielleicht jemand leute
    lernen geht gehen komme kommt kommen gilt gelten möglich nötig wichtig bestimmte bestimmten
    bietet bieten angeboten art arten nähe unterschied
    erhalte erhält erhalten erfahre erfahren benötige benötigt benötigen
    bekomme bekommt bekommen finde findet finden suche suchen brauche braucht brauchen
    the a an and or but of to in on at by for with from about into was were be been
    am did have has had could may must shall will would
    i you he she it we they me my your his her its our their this that these those there here
    some any no not if as than then so
    get find need want look looking
  `),
);

/** Whether a folded word is a stop word. */
export function isStopWord(word: string): boolean {
  return STOP_WORDS.has(word) || QUESTION_WORDS.has(word);
}

/** Whether a folded word is one that questions begin with. */
export function isQuestionWord(word: string): boolean {
  return QUESTION_WORDS.has(word);
}
