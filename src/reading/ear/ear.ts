export const raises = (_text: string): boolean => false
