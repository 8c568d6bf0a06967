/** Share of the world from west to east and from north to south, as tiles count. Pure. */
export const shareX = (lon: number): number => lon / 360 + 0.5;

export function shareY(lat: number): number {
  const sin = Math.sin((Math.max(-85.0511287798, Math.min(85.0511287798, lat)) * Math.PI) / 180);
  return Math.max(0, Math.min(1, 0.5 - (0.25 * Math.log((1 + sin) / (1 - sin))) / Math.PI));
}
