export const nothing = async () => ({});
