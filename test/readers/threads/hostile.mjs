/** Stands for the thread of readers: does to itself what a file called so may do to it. */
import { parentPort } from 'node:worker_threads'

const DOES = {
  ends: () => ({ readings: [] }),
  hangs() {
    for (;;);
  },
  fills() {
    const all = []
    for (let i = 0; ; i++) all.push({ [`a${i}`]: i })
  },
  allocates() {
    const all = []
    for (;;) all.push(new Uint8Array(2 ** 20).fill(1))
  },
  recurses: function again(depth = 0) {
    return again(depth + 1) + 1
  },
  exits: () => process.exit(0),
  prints: () => {
    console.log('Warning: cannot draw')
    return { readings: [{ reason: 'no-text-layer', detail: undefined }] }
  },
}

parentPort.on('message', ({ name }) => parentPort.postMessage(DOES[name.replace(/\..*$/, '')]()))
