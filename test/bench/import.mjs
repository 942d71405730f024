import { spawn } from 'node:child_process';
import {
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
  openSync,
  writeSync,
  closeSync,
} from 'node:fs';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from '../../scripts/build.mjs';
import { prepare } from '../../scripts/prepare.mjs';

const COMMAND = fileURLToPath(new URL('../../server/bin/vielfalt.js', import.meta.url));
const ROWS = Number(process.argv[2] ?? 100_000);

const MAPPING = `vielfalt-mapping: 1
source: { id: office, name: Tabelle des Büros }
directory:
  title: Messung
  publisher: { name: Büro }
  timeZone: Europe/Berlin
  language: de
  languages: []
times-from: 2026-01-05
fields:
  record: Nr
  title: Angebot
  description: Beschreibung
  topics: Themen
  audiences: Zielgruppe
  provider: Träger
  location: Adresse
  schedule: Zeiten
  cost: Kosten
  contact.phone: Telefon
  contact.email: E-Mail
  checked.on: Stand
`;

const TOPICS = ['Deutsch lernen', 'Sport', 'Beratung; Arbeit und Beruf', 'Gesundheit', 'Musik'];
const TIMES = [
  'Mo 9–11 Uhr',
  'Di und Do 14:00 - 16:30',
  'jeden 1. Mittwoch im Monat 18 Uhr',
  'nach Vereinbarung',
];
const COSTS = ['kostenlos', '5 €', '12,50 € im Monat', ''];

/** A row of an invented office, different in every cell that would be. */
function row(number) {
  const pick = (list) => list[number % list.length];
  return [
    number,
    `Angebot ${number} für alle, die Neues lernen`,
    `"Wir treffen uns in kleiner Runde und üben, was im Alltag hilft – Nummer ${number}.\nMitzubringen ist nichts. Wer Fragen hat, ruft an oder kommt vorbei, auch mit Kindern."`,
    pick(TOPICS),
    number % 3 ? 'Frauen, Familien' : '',
    `Verein ${number % 1_000}`,
    `"Am Markt ${number % 99}, 58452 Witten"`,
    pick(TIMES),
    pick(COSTS),
    `030 23125 ${String(number % 1_000).padStart(3, '0')}`,
    `verein${number % 1_000}@example.org`,
    '15.09.2026',
  ];
}

function writeTable(file, change) {
  const handle = openSync(file, 'w');
  writeSync(
    handle,
    'Nr;Angebot;Beschreibung;Themen;Zielgruppe;Träger;Adresse;Zeiten;Kosten;Telefon;E-Mail;Stand\r\n',
  );
  for (let number = 1; number <= ROWS; number++) {
    const text = row(number)
      .map((cell) => (/^[^"]*;/.test(cell) ? `"${cell}"` : cell))
      .join(';');
    writeSync(handle, `${change(text)}\r\n`);
  }
  closeSync(handle);
}

/** The seconds that the command takes, and the most memory that it ever holds, in MB (Linux). */
async function run(folder, args) {
  const began = performance.now();
  const child = spawn(process.execPath, [COMMAND, 'import', ...args], {
    cwd: folder,
    env: { ...process.env, DATABASE_URL: `sqlite:${join(folder, 'bench.sqlite')}` },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let said = '';
  child.stdout.on('data', (text) => (said += text));
  let most = 0;
  const look = setInterval(() => {
    const [, peak] = /VmHWM:\s*(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8')) ?? [];
    most = Math.max(most, Number(peak ?? 0));
  }, 50);
  const [code] = await once(child, 'exit');
  clearInterval(look);
  if (code !== 0) throw new Error(`The import ended with ${code}.\n${said}`);
  const [, counts] = /offers\s+(.*)/.exec(said) ?? [];
  return { seconds: (performance.now() - began) / 1_000, megabytes: most / 1_024, counts };
}

await prepare();
await build();
const folder = mkdtempSync(join(tmpdir(), 'vielfalt-bench-'));
try {
  writeFileSync(join(folder, 'mapping.yaml'), MAPPING);
  writeTable(join(folder, 'first.csv'), (text) => text);
  writeTable(join(folder, 'second.csv'), (text) => text.replace('kleiner', 'großer'));
  for (const [name, file] of [
    ['into an empty database', 'first.csv'],
    ['the same file again', 'first.csv'],
    ['every row changed', 'second.csv'],
  ]) {
    const { seconds, megabytes, counts } = await run(folder, [file, '--mapping', 'mapping.yaml']);
    console.log(
      `${ROWS} rows, ${name}: ${seconds.toFixed(1)} s, ${megabytes.toFixed(0)} MB at most (${counts})`,
    );
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
