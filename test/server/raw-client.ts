import { connect, type Socket } from 'node:net';

/** An answer as it came over the wire. */
export interface RawAnswer {
  /** 0 where the connection ended without one. */
  status: number;
  /** Names in lowercase letters. */
  headers: Map<string, string>;
  body: Buffer;
}

const NOTHING: RawAnswer = { status: 0, headers: new Map(), body: Buffer.alloc(0) };
const HEAD_END = Buffer.from('\r\n\r\n');

/** A request as it goes over the wire, written by hand: nobody puts it right on the way. */
export function rawRequest(
  target: string,
  headers: readonly (readonly [name: string, value: string])[],
  { method = 'GET', version = 'HTTP/1.1' } = {},
): string {
  const lines = headers.map(([name, value]) => `${name}: ${value}`);
  return [`${method} ${target} ${version}`, ...lines, '', ''].join('\r\n');
}

/** One connection at a time to a server, opened anew whenever the server has closed it. */
export class RawClient {
  #socket: Socket | undefined;
  #received = Buffer.alloc(0);
  #isHead = false;
  #settle: ((answer: RawAnswer) => void) | undefined;

  constructor(private readonly port: number) {}

  /** Asks, and says that nothing more will come. */
  askLast(request: string): Promise<RawAnswer> {
    const answer = this.ask(request);
    this.#socket?.end();
    return answer;
  }

  /** Sends bytes (a letter each) and waits for the answer, or for the end of the connection. */
  ask(request: string): Promise<RawAnswer> {
    return new Promise((resolve) => {
      this.#settle = resolve;
      this.#isHead = request.startsWith('HEAD ');
      this.#received = Buffer.alloc(0);
      this.#socket ??= this.#open();
      this.#socket.write(request, 'latin1');
    });
  }

  close(): void {
    this.#socket?.destroy();
  }

  #open(): Socket {
    const socket = connect(this.port, '127.0.0.1');
    socket.setNoDelay(true);
    socket.on('data', (chunk: Buffer) => {
      this.#received = Buffer.concat([this.#received, chunk]);
      this.#read(false);
    });
    socket.on('error', () => {});
    socket.on('close', () => {
      if (this.#socket === socket) this.#socket = undefined;
      this.#read(true);
    });
    return socket;
  }

  #read(isOver: boolean): void {
    const end = this.#received.indexOf(HEAD_END);
    const answer = end < 0 ? undefined : parsed(this.#received, end);
    if (!answer) {
      if (isOver) this.#done(NOTHING);
      return;
    }
    const isEmpty = this.#isHead || answer.status === 304;
    if (!isOver && !isEmpty && !isWhole(answer)) return;
    if (!isOver && answer.headers.get('connection') === 'close') return;
    this.#done(answer);
  }

  #done(answer: RawAnswer): void {
    this.#settle?.(answer);
    this.#settle = undefined;
  }
}

function parsed(received: Buffer, end: number): RawAnswer {
  const [first = '', ...lines] = received.toString('latin1', 0, end).split('\r\n');
  const pairs = lines.map((line) => {
    const colon = line.indexOf(':');
    return [line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim()] as const;
  });
  const status = Number(/^HTTP\/1\.[01] (\d{3}) /.exec(first)?.[1] ?? 0);
  return { status, headers: new Map(pairs), body: received.subarray(end + HEAD_END.length) };
}

function isWhole({ headers, body }: RawAnswer): boolean {
  const length = headers.get('content-length');
  return length === undefined ? body.includes('0\r\n\r\n') : body.length >= Number(length);
}
