package studio.pastiche.engine.torch;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Optional;

/// How the C library gives out memory.
public final class NativeMemory {
  private static final int M_MMAP_THRESHOLD = -3;

  /// What is larger is given back to the system as soon as it is let go. glibc would raise the
  /// bound up to 32 MiB as it goes, and then keep twice as much as is used, in pieces that do not
  /// fit again.
  private static final int LARGE = 4 << 20;

  private NativeMemory() {}

  /// Lets what is unused go, and large tensors' memory as soon as they are let go, from now on and
  /// for the whole process: an iteration then takes half of the memory or so, and somewhat longer.
  /// Does nothing where there is no glibc.
  public static void giveBackAtOnce() {
    call(
        "mallopt",
        FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.JAVA_INT, ValueLayout.JAVA_INT),
        M_MMAP_THRESHOLD,
        LARGE);
    trim();
  }

  /// Lets what is unused go, once.
  public static void trim() {
    call("malloc_trim", FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.JAVA_LONG), 0L);
  }

  private static void call(String function, FunctionDescriptor type, Object... arguments) {
    Linker linker = Linker.nativeLinker();
    Optional<MemorySegment> found = linker.defaultLookup().find(function);
    if (found.isPresent()) {
      try {
        linker.downcallHandle(found.get(), type).invokeWithArguments(arguments);
      } catch (Throwable e) {
        throw new IllegalStateException(function + " could not be called", e);
      }
    }
  }
}
