package studio.pastiche.engine.torch;

/// PyTorch could not do what it was asked. [#outOfMemory()] says whether a smaller picture would
/// help.
public final class TorchException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final boolean outOfMemory;

  TorchException(String message, Throwable cause) {
    super(message, cause);
    outOfMemory = saysOutOfMemory(String.valueOf(cause.getMessage()));
  }

  public boolean outOfMemory() {
    return outOfMemory;
  }

  private static boolean saysOutOfMemory(String message) {
    return message.contains("can't allocate memory")
        || message.contains("not enough memory")
        || message.contains("out of memory");
  }
}
