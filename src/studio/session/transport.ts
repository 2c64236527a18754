import * as Y from 'yjs';

/** To the others who have the procedure open: today other tabs, later a server. */
export interface Transport {
  send(message: PeerMessage): void;
  receive(listener: (message: PeerMessage) => void): void;
  close(): void;
}

export type PeerMessage =
  /** "This is what I have": asks for the rest. */
  | { readonly kind: 'hello'; readonly state: Uint8Array }
  /** `state` when it answers a hello, so that the asker can return what is missing here. */
  | { readonly kind: 'update'; readonly update: Uint8Array; readonly state?: Uint8Array };

export interface Peers {
  /** Tells the others what was done here. */
  tell(update: Uint8Array): void;
  /** Asks the others what happened meanwhile. */
  ask(): void;
  close(): void;
}

/** Keeps `shared` level with the others', by state vectors. */
export function connectPeers(
  shared: Y.Doc,
  transport: Transport,
  receive: (update: Uint8Array) => void,
): Peers {
  transport.receive((message) => {
    if (message.kind === 'hello') {
      transport.send({
        kind: 'update',
        update: Y.encodeStateAsUpdate(shared, message.state),
        state: Y.encodeStateVector(shared),
      });
      return;
    }
    receive(message.update);
    if (message.state !== undefined && hasMore(shared, message.state)) {
      transport.send({ kind: 'update', update: Y.encodeStateAsUpdate(shared, message.state) });
    }
  });
  return {
    tell: (update) => transport.send({ kind: 'update', update }),
    ask: () => transport.send({ kind: 'hello', state: Y.encodeStateVector(shared) }),
    close: () => transport.close(),
  };
}

function hasMore(doc: Y.Doc, state: Uint8Array): boolean {
  const theirs = Y.decodeStateVector(state);
  for (const [client, clock] of Y.decodeStateVector(Y.encodeStateVector(doc))) {
    if (clock > (theirs.get(client) ?? 0)) return true;
  }
  return false;
}

/** Between tabs of one browser. */
export function createTabTransport(procedure: string): Transport {
  const channel = new BroadcastChannel(`sopwright-procedure:${procedure}`);
  return {
    // A channel between tabs has no target.
    // oxlint-disable-next-line unicorn/require-post-message-target-origin
    send: (message) => channel.postMessage(message),
    receive: (listener) => {
      channel.addEventListener('message', ({ data }: MessageEvent<PeerMessage>) => listener(data));
    },
    close: () => channel.close(),
  };
}
