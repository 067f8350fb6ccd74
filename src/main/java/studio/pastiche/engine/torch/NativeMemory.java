package studio.pastiche.engine.torch;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Optional;
import org.slf4j.LoggerFactory;

/// How the C library gives out memory.
public final class NativeMemory {
  private static final int M_MMAP_THRESHOLD = -3;

  /// What is larger is given back to the system as soon as it is let go. glibc would raise the
  /// bound up to 32 MiB as it goes, and then keep twice as much as is used, in pieces that do not
  /// fit again.
  private static final int LARGE = 4 << 20;

  private NativeMemory() {}

  /// Lets large tensors' memory go at once from now on, for the whole process: an iteration takes
  /// up to half of the memory, and somewhat longer. Does nothing where there is no glibc.
  public static void giveBackAtOnce() {
    Linker linker = Linker.nativeLinker();
    Optional<MemorySegment> mallopt = linker.defaultLookup().find("mallopt");
    if (mallopt.isEmpty()) {
      return;
    }
    FunctionDescriptor type =
        FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.JAVA_INT, ValueLayout.JAVA_INT);
    try {
      int done =
          (int) linker.downcallHandle(mallopt.get(), type).invokeExact(M_MMAP_THRESHOLD, LARGE);
      if (done == 0) {
        LoggerFactory.getLogger(NativeMemory.class).warn("mallopt refused {}", LARGE);
      }
    } catch (Throwable e) {
      throw new IllegalStateException("mallopt could not be called", e);
    }
  }
}
