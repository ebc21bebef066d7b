/** How something stands: said by a word and a shape, underlined by a pale ground. */
export type Tone = 'neutral' | 'info' | 'success' | 'warning' | 'danger'
