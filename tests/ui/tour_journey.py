# SPDX-License-Identifier: GPL-3.0-or-later
"""The tour's fourth part: one whole journey of an own business, from its card to the
lesson. Weeks pass by closing the program and beginning it again on a later day."""
import datetime

import tour_own

START = datetime.date(2026, 3, 9)
END = datetime.date(2026, 5, 3)       # eight whole weeks
LATER = datetime.date(2026, 5, 11)
IDEA = "Bread tasting"


class Text(str):
    """One line."""


class Words(str):
    """Several lines: Enter alone begins one."""


class Choice(str):
    """One of a list."""


CARD = (
    ("What is your business called?", None),
    ("What kind of business is it?", None),
    ("In which country is it?", None),
    ("How many people work there?", Text("4")),
    ("In which month does your business year begin?", None),
    ("How do you split your business year?", None),
    ("Are the prices in your files with tax or without?", None),
    ("On which days are you open?", None),  # found in the sales
    ("On which day does your week begin?", None),
)
GOAL = (
    ("What do you want to reach?", Text("Sell more bread")),
    ("Which figure shows it?", Choice("Sales")),
    ("Where is it today?", None),
    ("On which day was it there?", None),
    ("What should it reach?", Text("4700")),
    ("By which day?", Text("2026-06-28")),
    ("Why does it matter to you?", Words("The rent goes up in autumn.")),
)
THING = (
    ("What do you want to try?", Text(IDEA)),
    ("What will you do differently?", Words("Everybody who comes in is given a piece of rye loaf to taste.")),
    ("Which goal should it help?", Choice("Sell more bread")),
    ("Who looks after it?", Text("Ada")),
    ("Why should it work?", Words("Those who taste it come back.")),
)
PLAN = (
    ("Which figure will show that it works?", Choice("Sales")),
    ("Is it about one product?", None),
    ("How much better must it get to be worth it?", Text("5")),
    ("From which day on do we compare?", Text("2025-03-03")),
    ("On which day does it start?", Text(START.isoformat())),
    ("On which day does the trial end?", Text(END.isoformat())),
    ("What do you compare with?", None),
    ("Do you want to go on if it can prove nothing?", None),
    ("What does it cost to set up?", Text("40")),
    ("What does it cost each month?", Text("25")),
    ("How many hours a week does it take?", Text("2")),
    ("What does an hour of work cost you?", Text("18")),
    ("How much of the effect gets lost when you do it everywhere?", None),
    ("Does it decide about people?", Choice("No")),
    ("Does it do something that the law forbids?", Choice("No")),
    ("What would make you stop early?", Words("More left over than today.")),
)
WEEK = (
    ("Which week is this about?", None),
    ("How often did you do it the new way?", Text("90")),
    ("Did anything get in the way?", Words("One day without rye.")),
    ("What did it cost this week?", None),
    ("How many hours did it take this week?", Text("2")),
    ("What else do you want to remember?", Words("Children like the crust.")),
)
DECISION = (
    ("Why do you decide so?", Words("The weeks with it sold a quarter more.")),
)
STEP = (
    ("What is done in this step?", Text("Tasting at the market stall")),
    ("Who does it?", Text("Ben")),
    ("When does it begin?", Text("2026-05-11")),
    ("When should it be done?", Text("2026-05-25")),
    ("What does this step cost?", Text("60")),
    ("How many people will work the new way?", Text("3")),
    ("How many of them have been shown how?", Text("3")),
    ("Is it done?", Choice("Yes")),
)
REVIEW = (
    ("When do you want to look again?", Text("2026-08-11")),
    ("What will you look at?", Text("Whether it still pays")),
    ("Have you looked?", None),
)
LESSON = (
    ("What did you learn?", Words("Taste sells more than a lower price.")),
)


def fill(t, questions, last):
    """One form, question by question; the order is part of the promise."""
    s, h = t.screen, t.hands
    for i, (question, answer) in enumerate(questions):
        button = last if i + 1 == len(questions) else "Continue"
        s.wait_for(question, seconds=10)
        s.wait_for(button, "push button", seconds=10)
        if i == 0:
            s.front()
            t.named(f"the form that ends with “{last}”")
        if answer is None:
            h.press(button, "push button")
        elif isinstance(answer, Choice):
            h.choose(answer)
            h.accept(button)
        else:
            h.write(f"~{question}", answer)
            (h.accept_text if isinstance(answer, Words) else h.accept)(button)
    s.wait_gone(questions[-1][0])
    s.front()


def form(t, what, button, questions, last):
    t.step(what, lambda: (t.hands.press(button, "push button"), fill(t, questions, last)))


def pass_gate(t, button, then):
    """Through what is advised before a step: all in place, or by name and reason."""
    s, h = t.screen, t.hands
    gate = "Ready to go on?"
    h.press(button, "push button")
    s.wait("the gate, or the step itself", lambda: s.window(gate) or s.find(then))
    s.front()
    while s.window(gate):
        s.wait("what is in place", lambda: not s.window(gate) or s.find("Go on", "push button") or s.find("Go on anyway…", "push button"))
        t.named("what should be in place")
        if s.find("Go on anyway…", "push button"):
            h.press("Go on anyway…", "push button")
            fill(t, (("Who decides to go on?", Text("Ada")), ("Why is it right to go on?", Words("We know the shop."))), "Go on")
        elif s.find("Go on", "push button"):
            before = s.find("~Before ", "heading")
            h.press("Go on", "push button")
            s.wait("the next", lambda: not s.window(gate) or not before or not s.find(before.name, "heading"))
        s.front()
    s.wait_for(then)


def go(t):
    begin(t)
    later(t)
    judge(t)
    use_it(t)


def begin(t):
    s, h = t.screen, t.hands
    t.step("the journey begins with the card", lambda: (h.page(2, "Journey"), s.wait_for("Fill in the card", "push button")))
    form(t, "the business card", "Fill in the card", CARD, "Save the card")
    form(t, "a goal", "Set a goal", GOAL, "Save the goal")
    t.step("the goal says how likely it is", lambda: (h.page(7, "Goals"), s.wait_for("~Sell more bread"), s.wait_for("~ in 10")))
    t.named("goals with one")
    h.page(2, "Journey")
    form(t, "one thing to try", "Choose one thing", THING, "Save the idea")
    form(t, "its plan", "Make the plan", PLAN, "Save the plan")


def later(t):
    """The trial begins; a week goes by, and then the others, with sales a quarter higher."""
    s, h = t.screen, t.hands
    again(t, START)
    t.step("on its first day the trial starts", lambda: pass_gate(t, "Start the trial", "Look at it"))
    again(t, START + datetime.timedelta(days=7))
    form(t, "the first week", "Say how it went", WEEK, "Save the week")
    again(t, LATER)
    path = t.folder / "weeks.csv"
    n_rows = tour_own.write_sales(path, START - datetime.timedelta(days=8), LATER - datetime.timedelta(days=1), START)
    tour_own.bring(t, path, n_rows)


def again(t, today):
    """The program ends, and begins on a later day with the business that was open."""
    t.step(f"it closes and on {today} opens where it was",
           lambda: (t.quit(), t.start(today), t.screen.no_mouse(),
                    t.screen.wait("the window", lambda: t.screen.window("My Corner Shop – Headway"), 30), t.screen.front(),
                    t.hands.page(2, "Journey"), t.screen.wait_for(f"~{IDEA}", seconds=30)))


def judge(t):
    s, h = t.screen, t.hands
    t.step("the trial is over and can be judged", lambda: (h.page(2, "Journey"), pass_gate(t, "See whether it helped", "See the figures")))
    t.step("its own past says whether it helped", lambda: (h.press("See the figures"), s.wait_for("~quiet stretches of your past", seconds=30)))
    t.named("whether it helped")
    t.step("the two charts of it have their words", lambda: [s.wait_for(name, "image") for name in
                                                             ("Before and during the trial", "Quiet stretches of your past")])
    t.step("the owner decides and says why", lambda: (h.row_of("Keep it and use it everywhere"), fill(t, DECISION, "Save the decision")))


def use_it(t):
    """Step by step everywhere, a day to look again, and in the end what was learned."""
    s, h = t.screen, t.hands
    form(t, "a step with money and people", "Go to the next step", STEP, "Save the step")
    t.step("it becomes the normal way", lambda: pass_gate(t, "Make it the normal way", "Add a day to look again"))
    t.step("a day to look again", lambda: (h.row_of("Add a day to look again"), fill(t, REVIEW, "Save the day"),
                                            s.wait_for("~Whether it still pays")))
    t.step("it ends with what was learned", lambda: (h.row_of("Take it out of use…"), fill(t, LESSON, "Take it out of use")))
    t.step("the lesson is kept", lambda: s.wait_for("~Taste sells more"))
    t.named("something that is over")
