package studio.pastiche.rule;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// A type that may make threads although it is not in `ui.task`.
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface MayStartThreads {
  /// Why.
  String value();
}
