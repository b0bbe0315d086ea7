# SPDX-License-Identifier: GPL-3.0-or-later
"""The tour's second part: Assess with the sample, from the business card to the first
three ideas and a trial made of one of them. The questions survive a program that is
killed in the middle; keys and clicks besides them are counted."""
import tour_journey
from tour_journey import Choice

MOST_ACTS = 60       # from the first start to the first three ideas, without the questions
N_QUESTIONS = 35
KILLED_AFTER = 4
POINTED_AT = 7       # questions that are enough for a pointer

N_PROPOSED = 4       # of the card; with what comes after them Enter would choose first

RISK = tuple((question, Choice(answer)) for question, answer in (
    ("Does it touch people?", "No"), ("Could a mistake cost somebody money?", "Yes"), ("Could somebody get hurt?", "No"),
    ("Are children part of it?", "No"), ("Does it use data about people?", "No"), ("Can a mistake be undone?", "Yes")))


def go(t):
    s = t.screen
    t.acts = t.n_first - s.n_acts
    records(t)
    questions(t)
    ideas(t)
    t.say(t.acts + t.screen.n_acts <= MOST_ACTS, "the first three ideas are near", f"{t.acts + t.screen.n_acts} keys and clicks")
    safety(t)
    decision(t)


def records(t):
    s, h = t.screen, t.hands
    t.step("Assess begins with the card", lambda: (h.page(3, "Assess"), s.wait_for("~First a few short questions")))
    t.step("the card is filled in", lambda: (h.go_on("Fill in the card"), card(t),
                                             s.wait_for("Change the card")))
    t.step("the records are looked at, worst first", lambda: (h.go_on("Continue"), s.wait_for("What your records are good for"),
                                                              s.wait_for("~Show ", "push button", seconds=40)))
    t.named("records")


def card(t):
    """What the form proposes is right: Enter, question by question."""
    s, h = t.screen, t.hands
    for i, (question, answer) in enumerate(tour_journey.CARD):
        button = "Save the card" if i + 1 == len(tour_journey.CARD) else "Continue"
        s.wait_for(question, seconds=10)
        s.wait_for(button, "push button", seconds=10)
        if i == 0:
            s.front()
        if answer is not None:
            h.write(f"~{question}", answer)
        if i >= N_PROPOSED:
            h.press(button, "push button")
        else:
            h.accept(button)
    s.wait_gone(tour_journey.CARD[-1][0])
    s.front()


def uncounted(t, do):
    """What it takes does not count."""
    before = t.screen.n_acts
    do()
    t.acts -= t.screen.n_acts - before


def questions(t):
    s, h = t.screen, t.hands
    t.step("the questions begin", lambda: (h.go_on("Continue"), h.go_on("Begin with the questions"), s.wait_for(f"1 of {N_QUESTIONS}")))
    t.named("a question")
    t.step("some are answered", lambda: uncounted(t, lambda: answer(t, 1, KILLED_AFTER)))
    t.step("a killed program loses no answer", lambda: killed(t))
    result(t)


def result(t):
    s, h = t.screen, t.hands  # of the program begun again
    last = N_QUESTIONS if h.name == "keys" else POINTED_AT
    t.step("they go on where they were left", lambda: uncounted(t, lambda: answer(t, KILLED_AFTER + 1, last)))
    if last < N_QUESTIONS:
        t.step("the result so far can be seen", lambda: h.press("See the result so far"))
    t.step("the result is shown and kept", lambda: (h.go_on("Keep the result"), s.wait_for("Answer again now", seconds=40)))
    t.named("how ready the business is")


def answer(t, first, last):
    s, h = t.screen, t.hands
    for i in range(first, last + 1):
        s.wait_for(f"{i} of {N_QUESTIONS}")
        h.answer(1 + i % 5, "Not sure" if i % 3 else "Does not apply to us")
        s.wait("the answer", lambda: (node := s.focused()) is not None and node.role == "list item")
        h.next_question()
    if last < N_QUESTIONS:
        s.wait_for(f"{last + 1} of {N_QUESTIONS}")


def killed(t):
    acts = t.acts + t.screen.n_acts
    t.program.kill()
    t.program.wait()
    t.start(t.today)
    s = t.screen
    t.acts = acts
    s.no_mouse()
    s.wait("the window", lambda: s.find("~Headway") or s.window("Corner Bakery – Headway"), 60)
    s.front()
    uncounted(t, lambda: t.hands.page(3, "Assess"))
    s.wait_for(f"{KILLED_AFTER + 1} of {N_QUESTIONS}", seconds=40)


def ideas(t):
    s, h = t.screen, t.hands
    t.step("money at stake, each kind with its range", lambda: (h.go_on("Continue"), s.wait_for("Kind by kind", seconds=60)))
    t.named("money at stake")
    t.step("goals can wait", lambda: (h.go_on("Continue"), s.wait_for("What you want to reach"), h.skip_to("~6 of 8: Ideas"),
                                      s.wait_for("See the ideas", seconds=60)))
    t.step("what hurts is ticked", lambda: h.row_of("~The shelf is empty by noon"))
    t.step("the first three ideas come", lambda: (h.go_on("See the ideas"), s.wait_for("~1. ", "heading", seconds=60), s.wait_for("~3. ", "heading")))
    t.named("ideas")


def safety(t):
    s, h = t.screen, t.hands
    t.step("six questions about the first idea", lambda: (h.go_on("Continue"), h.go_on("Answer six questions"),
                                                          tour_journey.fill(t, RISK, "Save the answers"), s.wait_for("Low risk", seconds=40)))
    t.step("a line of the list is ticked, and taken back", lambda: tick(t))
    t.named("the safety list")


def tick(t):
    s, h = t.screen, t.hands
    h.row_of("~House rules on one page")
    s.wait_for("~Done on ")
    h.command("ctrl+z", "Take back: Ticked as done today")
    s.wait_gone("~Done on ")


def decision(t):
    s, h = t.screen, t.hands
    t.step("the decision names the three", lambda: (h.go_on("Continue"), s.wait_for("The first three ideas", seconds=60)))
    t.step("one is chosen", lambda: (h.row_of("~What to bake for tomorrow"), s.wait_for("Make it a trial", "push button")))
    t.step("it becomes a trial, its form filled in", lambda: (h.go_on("Make it a trial"), s.wait_for("What do you want to try?", seconds=40),
                                                              s.front(), s.wait_focus("~What do you want to try?"), filled(t)))


def filled(t):
    """Its name stands there; the form is left as it was."""
    s = t.screen
    s.wait("the name of the idea", lambda: any(n.text().strip() == "What to bake for tomorrow" for n in s.find_all("~What do you want to try?")
                                               if "atspi.Text" in n.faces))
    s.key("Escape")
    s.wait_gone("What do you want to try?")
    s.front()
