/** The answer, or what `late` says when there is none within that time; the question itself goes on. */
export async function within<T, L>(answer: Promise<T>, ms: number, late: () => L): Promise<T | L> {
  const tooLong = Promise.withResolvers<L>();
  const timer = setTimeout(() => {
    try {
      tooLong.resolve(late());
    } catch (error) {
      tooLong.reject(error);
    }
  }, ms);
  try {
    return await Promise.race([answer, tooLong.promise]);
  } finally {
    clearTimeout(timer);
  }
}
