"""Statutory periods as pure functions: days, weeks, months, working days, ages, absences."""
