// A thread of `npm run train:fit`: trains the net of the settings given; tells each epoch, then the net.
import { parentPort, workerData } from 'node:worker_threads'
import { readCorpus } from './corpus.ts'
import { learn, type Settings } from './learn.ts'

const tell = (what: unknown) => parentPort?.postMessage(what)
tell(learn(readCorpus(), workerData as Settings, tell))
