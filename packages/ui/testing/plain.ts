import type { ConcreteComponent } from 'vue'

/** A generic component as the workbench's types know one: without its type parameter. */
export const plain = (component: unknown) => component as ConcreteComponent
