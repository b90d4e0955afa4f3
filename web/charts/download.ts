const space = 12;

/** A picture as a file of its own: on paper, with what it rests on written under it. */
export function standalone(svg: SVGSVGElement, paper: string, ink: string, under: readonly string[]): string {
  const copy = svg.cloneNode(true) as SVGSVGElement;
  const [, , width = 0, height = 0] = (copy.getAttribute('viewBox') ?? '0 0 720 400')
    .split(/\s+/)
    .map(Number);
  const whole = height + under.length * 16 + space;
  copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
  copy.setAttribute('viewBox', `0 0 ${width} ${whole}`);
  copy.setAttribute('width', String(width));
  copy.setAttribute('height', String(whole));
  // The picture's own style would say `inherit`, and there is nobody to inherit from.
  copy.style.fontFamily = 'system-ui, "Liberation Sans", sans-serif';
  const ground = part('rect', { width: String(width), height: String(whole), fill: paper });
  copy.insertBefore(ground, copy.firstChild);
  under.forEach((line, nth) => {
    const text = part('text', {
      x: '8',
      y: String(height + 14 + nth * 16),
      'font-size': '11',
      'text-anchor': 'start',
      fill: ink,
    });
    text.textContent = line;
    copy.append(text);
  });
  return new XMLSerializer().serializeToString(copy);
}

/** A picture as PNG, twice as large as on the page. */
export async function png(svg: string): Promise<Blob> {
  const address = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
  try {
    const image = new Image();
    await new Promise((resolve, reject) => {
      image.onload = resolve;
      image.onerror = reject;
      image.src = address;
    });
    const canvas = document.createElement('canvas');
    canvas.width = image.width * 2;
    canvas.height = image.height * 2;
    const context = canvas.getContext('2d');
    context?.drawImage(image, 0, 0, canvas.width, canvas.height);
    return await new Promise((resolve, reject) =>
      canvas.toBlob((blob) => (blob === null ? reject(new Error('no picture')) : resolve(blob)), 'image/png'),
    );
  } finally {
    URL.revokeObjectURL(address);
  }
}

/** Hands a file to the browser to keep. */
export function save(file: string, content: Blob): void {
  const address = URL.createObjectURL(content);
  const link = document.createElement('a');
  link.href = address;
  link.download = file;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

function part(tag: string, attributes: Readonly<Record<string, string>>): SVGElement {
  const element = document.createElementNS('http://www.w3.org/2000/svg', tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  return element;
}
