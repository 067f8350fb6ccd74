package studio.pastiche.ui.notice;

import java.util.List;

/// A message inside the window.
///
/// @param kind how it looks and how long it stays
/// @param topic what it is about
/// @param title what happened
/// @param detail what it means and what to do; may be empty
/// @param offers what can be done about it by one click
public record Notice(Kind kind, Topic topic, String title, String detail, List<Offer> offers) {
  public Notice {
    offers = List.copyOf(offers);
  }

  /// Something to do about it.
  ///
  /// @param words a verb
  /// @param does it, after which the message goes
  public record Offer(String words, Runnable does) {}

  /// Whether it says the same.
  boolean sameAs(Notice other) {
    return kind == other.kind
        && topic == other.topic
        && title.equals(other.title)
        && detail.equals(other.detail);
  }

  /// What it is about: a later success there makes an error old.
  public enum Topic {
    PAINTING,
    SAVING,
    /// The document in the window: it goes with that.
    DOCUMENT,
    OTHER
  }

  /// How grave it is.
  public enum Kind {
    /// Goes by itself.
    DONE,
    /// Goes by itself, later.
    WARNING,
    /// Stays until dismissed.
    ERROR,
    /// Stays until it is answered or dismissed.
    OFFER,
    /// Stays as long as the work lasts that it tells of.
    WORKING;

    /// Whether it goes by itself.
    boolean passing() {
      return this == DONE || this == WARNING;
    }
  }
}
