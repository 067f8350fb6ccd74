package studio.pastiche.cli;

/// An option that is not allowed; the message names it and says what is.
final class WrongOption extends RuntimeException {
  private static final long serialVersionUID = 1;

  WrongOption(String option, String whatIsAllowed) {
    super(option + ": " + whatIsAllowed);
  }
}
