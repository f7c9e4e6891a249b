/** The official server that the product embeds; its release archive, its Go module and our cache all bear this number. */
export const temporalVersion = '1.31.2';
