// nostr-tools' Negentropy, unmodified. One JSON line in, one out: {make, limit, items} | {initiate: name} | {take: name, message}.
// Its package does not export nip77, so the file is named.
import { Negentropy, NegentropyStorageVector } from './node_modules/nostr-tools/lib/esm/nip77.js';
import { createInterface } from 'node:readline';

const sides = new Map();
for await (const line of createInterface({ input: process.stdin })) {
  const ask = JSON.parse(line);
  if (ask.make !== undefined) {
    const storage = new NegentropyStorageVector();
    for (const [time, id] of ask.items) storage.insert(time, id);
    storage.seal();
    sides.set(ask.make, new Negentropy(storage, ask.limit));
    console.log('{}');
  } else if (ask.initiate !== undefined) {
    console.log(JSON.stringify({ next: sides.get(ask.initiate).initiate() }));
  } else {
    const have = [], need = [];
    const side = sides.get(ask.take);
    const next = ask.initiator ? side.reconcile(ask.message, id => have.push(id), id => need.push(id)) : side.reconcile(ask.message);
    console.log(JSON.stringify({ next: next ?? '', have, need }));
  }
}
