package studio.pastiche.session;

import java.io.IOException;

/// An input that a recipe needs and that is not to be found; the message names it and the remedy in
/// one line.
public final class InputException extends IOException {
  private static final long serialVersionUID = 1;

  InputException(String message) {
    super(message);
  }
}
