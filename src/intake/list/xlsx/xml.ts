import { Parser } from 'htmlparser2'
import type { Part } from '../../archive.ts'

/** What is told of the elements of an XML part, by their names without prefix. */
export type Listener = {
  open?(name: string, attributes: Record<string, string>): void
  text?(text: string): void
  close?(name: string): void
}

const local = (name: string): string => name.slice(name.indexOf(':') + 1)

/** Reads an XML part piece by piece: nothing of it is kept but what the listener keeps. */
export async function readXml(part: Part, { open, text, close }: Listener): Promise<void> {
  const parser = new Parser(
    {
      onopentag: (name, attributes) => open?.(local(name), attributes),
      ontext: (piece) => text?.(piece),
      onclosetag: (name) => close?.(local(name)),
    },
    { xmlMode: true },
  )
  const decode = new TextDecoder()
  await part.read((piece) => parser.write(decode.decode(piece, { stream: true })))
  parser.end(decode.decode())
}

/** Office writes control characters as `_x000D_`. */
export const plain = (text: string): string =>
  text.replace(/_x([0-9a-f]{4})_/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
