/** Dropped files, and the files of dropped folders, each named with its path. */
export async function filesDropped(data: DataTransfer): Promise<File[]> {
  // The list is emptied when the event is over: entries must be taken before the first wait.
  const entries = [...data.items].map((item) => item.webkitGetAsEntry()).filter((entry) => entry !== null)
  const files = await Promise.all(entries.map(filesBelow))
  return files.flat()
}

async function filesBelow(entry: FileSystemEntry): Promise<File[]> {
  if (isFile(entry)) return [await fileOf(entry)]
  const below = await entriesOf((entry as FileSystemDirectoryEntry).createReader())
  return (await Promise.all(below.map(filesBelow))).flat()
}

const isFile = (entry: FileSystemEntry): entry is FileSystemFileEntry => entry.isFile

async function fileOf(entry: FileSystemFileEntry): Promise<File> {
  const file = await new Promise<File>((done, failed) => entry.file(done, failed))
  return new File([file], entry.fullPath.replace(/^\//, ''), { type: file.type })
}

/** A reader hands out a hundred at a time, and nothing at the end. */
async function entriesOf(reader: FileSystemDirectoryReader): Promise<FileSystemEntry[]> {
  const some = await new Promise<FileSystemEntry[]>((done, failed) => reader.readEntries(done, failed))
  return some.length === 0 ? [] : [...some, ...(await entriesOf(reader))]
}
