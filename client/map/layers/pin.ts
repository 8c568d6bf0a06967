/** A place that was searched for, above everything else: a ring with a dot, seen on any class and on any ground. */
import type { LayerSpecification, SourceSpecification } from 'maplibre-gl';
import type { Palette } from '../palette.ts';

type Pin = readonly [lon: number, lat: number] | null | undefined;

const PIN = 'pin';

export function pinSources(pin: Pin): Record<string, SourceSpecification> {
  return pin ? { [PIN]: { type: 'geojson', data: { type: 'Feature', properties: {}, geometry: { type: 'Point', coordinates: [...pin] } } } } : {};
}

/** @param font of the names, which make room for the pin: a sign that nobody sees takes its place among them. */
export function pinLayers(pin: Pin, palette: Palette, font: string[]): LayerSpecification[] {
  if (!pin) return [];
  const ring = (id: string, radius: number, color: string): LayerSpecification => ({
    id,
    type: 'circle',
    source: PIN,
    paint: { 'circle-radius': radius, 'circle-color': color },
  });
  return [
    {
      id: 'pin-room',
      type: 'symbol',
      source: PIN,
      layout: { 'text-field': 'O', 'text-font': font, 'text-size': 20, 'text-allow-overlap': true },
      paint: { 'text-opacity': 0 },
    },
    ring('pin-edge', 11, palette.mapLand),
    ring('pin-ring', 9, palette.accentStrong),
    ring('pin-gap', 5.5, palette.mapLand),
    ring('pin-dot', 3, palette.accentStrong),
  ];
}
