import { words } from '../text.js';

/** German and English words that stand in questions about anything and so tell nothing. */
const STOP_WORDS = new Set(
  words(`
    der die das den dem des ein eine einen einem einer eines kein keine keinen keiner
    ich du er sie es wir ihr man mich mir dich dir sich uns euch ihm ihn ihnen
    mein meine meinen meinem meiner dein deine deinen deiner sein seine seinen seiner
    ihre ihren ihrem ihrer unser unsere unseren euer eure
    dieser diese dieses diesen diesem jede jeder jedes jeden alle allen aller alles andere anderen
    und oder aber auch als wie so nur noch schon sehr mehr dann denn doch wenn weil ob dass damit
    in im an am auf aus bei beim bis durch für gegen hinter mit nach neben ohne seit über um unter
    von vom vor während wegen zu zum zur zwischen ab ins ans
    ist sind bin bist war waren wird werden wurde wurden worden würde hat habe haben hatte hätte
    kann kannst können könnte muss müssen soll sollen sollte sollten darf dürfen will wollen
    möchte möchten mag gibt geben gib macht machen tun tut
    nicht nichts etwas hier da dort dabei dafür dazu davon daran darauf
    wer was wann wo wohin woher wem wen wessen warum wieso weshalb wozu wofür womit worauf wodurch
    welche welcher welches welchen welchem wieviel viel viele
    bekomme bekommt bekommen finde findet finden suche suchen brauche braucht brauchen
    the a an and or but of to in on at by for with from about into is are was were be been
    am do does did have has had can could may must shall should will would
    i you he she it we they me my your his her its our their this that these those there here
    who what when where why which how some any no not if as than then so
    get find need want look looking
  `),
);

/** Whether a folded word is a stop word. */
export function isStopWord(word: string): boolean {
  return STOP_WORDS.has(word);
}
