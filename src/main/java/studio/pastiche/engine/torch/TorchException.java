package studio.pastiche.engine.torch;

import java.util.List;

/// PyTorch could not do what it was asked. [#outOfMemory()] says whether a smaller picture would
/// help.
public final class TorchException extends RuntimeException {
  private static final long serialVersionUID = 1;

  /// What PyTorch, the C++ library and CUDA say. oneDNN does not tell why it can't create a
  /// primitive; of networks and pictures that were checked before, memory is what remains.
  private static final List<String> MEMORY_WORDS =
      List.of(
          "can't allocate memory",
          "not enough memory",
          "out of memory",
          "bad_alloc",
          "could not create a primitive",
          "could not execute a primitive",
          "could not create a memory");

  private final boolean outOfMemory;

  TorchException(String message, Throwable cause) {
    super(message, cause);
    outOfMemory = saysOutOfMemory(String.valueOf(cause.getMessage()));
  }

  public boolean outOfMemory() {
    return outOfMemory;
  }

  private static boolean saysOutOfMemory(String message) {
    return MEMORY_WORDS.stream().anyMatch(message::contains);
  }
}
