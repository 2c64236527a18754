/** How deep procedures may run one another: the first that is run stands at depth 1. */
export const deepestCall = 10;
