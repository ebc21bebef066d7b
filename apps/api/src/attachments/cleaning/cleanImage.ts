import { Transformer } from '@napi-rs/image'
import { type Cleaned, NotCleaned } from './Cleaning.ts'

/** The most pixels that an image may unfold into. */
const mostPixels = 60_000_000

/** Draws an image anew from its points alone: nothing of what its file said besides is left. */
export async function cleanImage(
  content: Uint8Array,
  mediaType: string,
): Promise<Extract<Cleaned, { content: unknown }>> {
  const { width, height } = await new Transformer(content).metadata()
  if (width * height > mostPixels) throw new NotCleaned('TOO_LARGE')
  // The way up is kept by turning the points; the note that said it is not.
  const upright = await new Transformer(content).rotate().png()
  const decoded = new Transformer(upright)
  const shown = await decoded.metadata()
  const points = await decoded.rawPixels()
  const drawn = Transformer.fromRgbaPixels(asRgba(points, shown.width * shown.height), shown.width, shown.height)
  if (mediaType === 'image/jpeg') return { mediaType, content: await drawn.jpeg(90) }
  return { mediaType: 'image/png', content: await drawn.png() }
}

/** Points as red, green, blue and opacity, from one, two, three or four values each of eight or sixteen bits. */
function asRgba(points: Uint8Array, count: number): Uint8Array {
  const perPoint = points.length / count
  const wide = perPoint === 6 || perPoint === 8
  const channels = wide ? perPoint / 2 : perPoint
  if (![1, 2, 3, 4].includes(channels)) throw new NotCleaned('UNREADABLE')
  if (perPoint === 4 && !wide) return points
  // Sixteen bits come lowest byte first: the highest is what eight bits keep.
  const at = (point: number, channel: number) => points[point * perPoint + (wide ? channel * 2 + 1 : channel)] ?? 0
  const drawn = new Uint8Array(count * 4)
  for (let point = 0; point < count; point++) {
    const grey = channels < 3
    drawn[point * 4] = at(point, 0)
    drawn[point * 4 + 1] = at(point, grey ? 0 : 1)
    drawn[point * 4 + 2] = at(point, grey ? 0 : 2)
    drawn[point * 4 + 3] = channels === 2 ? at(point, 1) : channels === 4 ? at(point, 3) : 255
  }
  return drawn
}
