package studio.pastiche.engine.weights;

import java.io.IOException;

/// A weight file that can't be used: the message names the file, what is wrong and the remedy, in
/// one line.
public class WeightsException extends IOException {
  private static final long serialVersionUID = 1;

  public WeightsException(String file, String problem) {
    super(file + ": " + problem);
  }

  public WeightsException(String file, String problem, Throwable cause) {
    super(file + ": " + problem, cause);
  }
}
